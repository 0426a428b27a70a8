package io.tillflow.studio.security;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people in schema {@code studio}. */
@Repository
class Users {

    record Credentials(User user, String passwordHash) {}

    private static final String COLUMNS =
            "name, password_hash, roles, disabled, must_change_password, created_at, last_login_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    Users(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Credentials> byName(String name) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM studio.app_user WHERE name = :name")
                .param("name", name)
                .query((row, n) -> new Credentials(user(row), row.getString("password_hash")))
                .optional();
    }

    List<User> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM studio.app_user ORDER BY name LIMIT 1000")
                .query((row, n) -> user(row))
                .list();
    }

    /** Whether the name was free. */
    boolean add(String name, String passwordHash, Collection<Role> roles, boolean mustChange) {
        return jdbc.sql("""
                                INSERT INTO studio.app_user (name, password_hash, roles, must_change_password, created_at)
                                VALUES (:name, :hash, :roles, :mustChange, :now) ON CONFLICT DO NOTHING""")
                        .param("name", name)
                        .param("hash", passwordHash)
                        .param("roles", names(roles))
                        .param("mustChange", mustChange)
                        .param("now", now())
                        .update()
                == 1;
    }

    void setPassword(String name, String hash, boolean mustChange) {
        jdbc.sql("""
                        UPDATE studio.app_user SET password_hash = :hash, must_change_password = :mustChange
                        WHERE name = :name""")
                .param("name", name)
                .param("hash", hash)
                .param("mustChange", mustChange)
                .update();
    }

    void setRoles(String name, Collection<Role> roles) {
        jdbc.sql("UPDATE studio.app_user SET roles = :roles WHERE name = :name")
                .param("name", name)
                .param("roles", names(roles))
                .update();
    }

    void setDisabled(String name, boolean disabled) {
        jdbc.sql("UPDATE studio.app_user SET disabled = :disabled WHERE name = :name")
                .param("name", name)
                .param("disabled", disabled)
                .update();
    }

    void signedIn(String name) {
        jdbc.sql("UPDATE studio.app_user SET last_login_at = :now WHERE name = :name")
                .param("name", name)
                .param("now", now())
                .update();
    }

    /** Locks the administrators' rows until the transaction ends and counts those who can sign in. */
    int lockEnabledAdmins() {
        return jdbc.sql("""
                        SELECT name FROM studio.app_user
                        WHERE NOT disabled AND 'ADMIN' = ANY (roles) ORDER BY name FOR UPDATE""").query(String.class).list().size();
    }

    static String[] names(Collection<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    static Set<Role> roles(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getString("name"),
                roles(row.getArray("roles")),
                row.getBoolean("disabled"),
                row.getBoolean("must_change_password"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_login_at"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
