package io.tillflow.storefront.accounts;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is signed in where. The token is new with every sign-in, so nobody can be made to use a known one. */
@Repository
public class Sessions {
    private static final Duration PENDING = Duration.ofMinutes(10);
    private static final Duration SEEN_EVERY = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final AccountSettings settings;
    private final Clock clock;

    Sessions(JdbcClient jdbc, AccountSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param pending the password was right, the code is still missing */
    String open(UUID account, boolean pending) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        jdbc.sql("""
                insert into account_session (digest, account_id, pending, created_at, seen_at, expires_at)
                values (:digest, :account, :pending, :now, :now, :until)""")
                .param("digest", Digest.of(token))
                .param("account", account)
                .param("pending", pending)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(pending ? PENDING : settings.session())))
                .update();
        return token;
    }

    /** Whose session this is, if it has not ended. */
    public Optional<Account> account(String token) {
        return read(token, false, false);
    }

    /** Who gave the right password and still has to give a code. */
    Optional<Account> pending(String token) {
        return read(token, true, false);
    }

    /** Whose session this is, if it was handed to a program and has not ended. */
    public Optional<Account> ofProgram(String token) {
        return read(token, false, true);
    }

    /**
     * Hands a session to a program: its token is sent in a header from now on, and as a cookie it is worth nothing.
     *
     * @return when it ends at the latest
     */
    public Instant handToProgram(String token) {
        return jdbc.sql("update account_session set program = true where digest = :digest returning expires_at")
                .param("digest", Digest.of(token))
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private Optional<Account> read(String token, boolean pending, boolean program) {
        Instant now = clock.instant();
        Optional<Seen> found = jdbc.sql("select " + Accounts.COLUMNS + """
                , s.seen_at from account_session s join account a on a.id = s.account_id
                where s.digest = :digest and s.pending = :pending and s.program = :program
                  and s.expires_at > :now and s.seen_at > :idle""")
                .param("digest", Digest.of(token))
                .param("pending", pending)
                .param("program", program)
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(now.minus(settings.idle())))
                .query((row, n) -> new Seen(
                        Accounts.account(row), row.getTimestamp("seen_at").toInstant()))
                .optional();
        found.filter(seen -> seen.at().isBefore(now.minus(SEEN_EVERY))).ifPresent(seen -> touch(token, now));
        return found.map(Seen::account);
    }

    private record Seen(Account account, Instant at) {}

    private void touch(String token, Instant now) {
        jdbc.sql("update account_session set seen_at = :now where digest = :digest")
                .param("now", Timestamp.from(now))
                .param("digest", Digest.of(token))
                .update();
    }

    public void end(String token) {
        jdbc.sql("delete from account_session where digest = :digest")
                .param("digest", Digest.of(token))
                .update();
    }

    void endAll(UUID account) {
        jdbc.sql("delete from account_session where account_id = :account")
                .param("account", account)
                .update();
    }
}
