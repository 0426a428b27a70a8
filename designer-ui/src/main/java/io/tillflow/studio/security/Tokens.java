package io.tillflow.studio.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tokens for machines; only the SHA-256 of each secret is kept. */
@Repository
class Tokens {
    private static final String SCHEME = "tfs_";
    private static final UUID COMMAND_LINE = new UUID(0, 1);
    private static final int PREFIX = 8;

    /** What a caller presented and what it may do. */
    record Bearer(UUID id, String owner, String name, Set<Role> roles) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Creates a token and returns its secret, which cannot be had again. */
    String create(String owner, String name, Collection<Role> roles, @Nullable Duration validFor) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String secret = SCHEME + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store(new Bearer(UUID.randomUUID(), owner, name, EnumSet.copyOf(roles)), secret, validFor);
        return secret;
    }

    /** Makes the given secret the command line's, in place of the one before. */
    void keepCommandLine(String secret) {
        jdbc.sql("DELETE FROM studio.api_token WHERE id = :id OR digest = :digest")
                .param("id", COMMAND_LINE)
                .param("digest", digest(secret))
                .update();
        store(new Bearer(COMMAND_LINE, "system", "command line", EnumSet.of(Role.ADMIN)), secret, null);
    }

    private void store(Bearer bearer, String secret, @Nullable Duration validFor) {
        Instant now = clock.instant();
        jdbc.sql("""
                        INSERT INTO studio.api_token (id, name, prefix, digest, roles, owner, created_at, expires_at)
                        VALUES (:id, :name, :prefix, :digest, :roles, :owner, :now, :expires)""")
                .param("id", bearer.id())
                .param("name", bearer.name())
                .param("prefix", secret.substring(0, Math.min(PREFIX, secret.length() / 3)))
                .param("digest", digest(secret))
                .param("roles", Users.names(bearer.roles()))
                .param("owner", bearer.owner())
                .param("now", at(now))
                .param("expires", validFor == null ? null : at(now.plus(validFor)))
                .update();
    }

    Optional<Bearer> bySecret(String secret) {
        return jdbc.sql("""
                        UPDATE studio.api_token SET last_used_at = CASE
                          WHEN last_used_at IS NULL OR last_used_at < :now - interval '1 minute' THEN :now ELSE last_used_at END
                        WHERE digest = :digest AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :now)
                          AND NOT EXISTS (SELECT FROM studio.app_user u WHERE u.name = owner AND u.disabled)
                        RETURNING id, owner, name, roles""")
                .param("digest", digest(secret))
                .param("now", at(clock.instant()))
                .query((row, n) -> new Bearer(
                        row.getObject("id", UUID.class),
                        row.getString("owner"),
                        row.getString("name"),
                        Users.roles(row.getArray("roles"))))
                .optional();
    }

    List<ApiToken> all() {
        return jdbc.sql("""
                        SELECT id, name, prefix, roles, owner, created_at, expires_at, last_used_at FROM studio.api_token
                        WHERE revoked_at IS NULL ORDER BY created_at DESC LIMIT 1000""").query((row, n) -> token(row)).list();
    }

    boolean revoke(UUID id) {
        return jdbc.sql("UPDATE studio.api_token SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                        .param("id", id)
                        .param("now", at(clock.instant()))
                        .update()
                == 1;
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("prefix"),
                Users.roles(row.getArray("roles")),
                row.getString("owner"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Users.instant(row, "expires_at"),
                Users.instant(row, "last_used_at"));
    }

    private static byte[] digest(String secret) {
        return Digests.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
