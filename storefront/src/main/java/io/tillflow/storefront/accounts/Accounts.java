package io.tillflow.storefront.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All accounts. */
@Repository
public class Accounts {
    static final String COLUMNS =
            "a.id, a.email, a.name, a.personalisation, a.marketing, a.totp_secret is not null as second_factor, a.created_at";

    private final JdbcClient jdbc;
    private final LetterStops stops;
    private final Clock clock;

    Accounts(JdbcClient jdbc, LetterStops stops, Clock clock) {
        this.jdbc = jdbc;
        this.stops = stops;
        this.clock = clock;
    }

    /** What somebody may agree to, or not. */
    public enum Consent {
        PERSONALISATION("personalisation"),
        MARKETING("marketing");

        private final String code;

        Consent(String code) {
            this.code = code;
        }
    }

    record Credentials(Account account, String password) {}

    public Optional<Account> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from account a where a.id = :id")
                .param("id", id)
                .query((row, n) -> account(row))
                .optional();
    }

    public Optional<Account> byEmail(String email) {
        return credentials(email).map(Credentials::account);
    }

    Optional<Credentials> credentials(String email) {
        return jdbc.sql("select " + COLUMNS + ", a.password from account a where a.email = :email")
                .param("email", email)
                .query((row, n) -> new Credentials(account(row), row.getString("password")))
                .optional();
    }

    String password(UUID id) {
        return jdbc.sql("select password from account where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** False when somebody has this address already. */
    boolean insert(UUID id, String email, String name, String password) {
        return jdbc.sql("""
                insert into account (id, email, name, password, created_at) values (:id, :email, :name, :password, :now)
                on conflict (email) do nothing""")
                        .param("id", id)
                        .param("email", email)
                        .param("name", name)
                        .param("password", password)
                        .param("now", now())
                        .update()
                == 1;
    }

    void setPassword(UUID id, String password) {
        set(id, "password", password);
    }

    void setName(UUID id, String name) {
        set(id, "name", name);
    }

    void setEmail(UUID id, String email) {
        set(id, "email", email);
    }

    private void set(UUID id, String column, String value) {
        jdbc.sql("update account set " + column + " = :value where id = :id")
                .param("value", value)
                .param("id", id)
                .update();
    }

    /** Sets a consent and keeps when it was given or taken back; saying the same again keeps nothing. */
    @Transactional
    public void consent(UUID id, Consent consent, boolean given) {
        int changed = jdbc.sql("update account set " + consent.code + " = :given where id = :id and " + consent.code
                        + " <> :given")
                .param("given", given)
                .param("id", id)
                .update();
        if (changed == 1) {
            jdbc.sql("insert into account_consent (account_id, kind, given, at) values (:id, :kind, :given, :now)")
                    .param("id", id)
                    .param("kind", consent.code)
                    .param("given", given)
                    .param("now", now())
                    .update();
            if (consent == Consent.MARKETING) {
                find(id).ifPresent(account -> heed(account.email(), given));
            }
        }
    }

    private void heed(String email, boolean given) {
        if (given) {
            stops.allow(email);
        } else {
            stops.stop(email);
        }
    }

    void delete(UUID id) {
        jdbc.sql("delete from account where id = :id").param("id", id).update();
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                row.getBoolean("personalisation"),
                row.getBoolean("marketing"),
                row.getBoolean("second_factor"),
                row.getTimestamp("created_at").toInstant());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
