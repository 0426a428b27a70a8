package io.tillflow.studio.security;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Counts failed sign-ins by name and makes the next try wait longer each time. */
@Repository
class LoginAttempts {
    static final int FREE_TRIES = 5;
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    LoginAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How long the name is locked still; empty when a try is allowed. */
    Optional<Duration> locked(String name) {
        Instant now = clock.instant();
        return jdbc.sql("SELECT locked_until FROM studio.login_attempt WHERE name_digest = :name")
                .param("name", digest(name))
                .query((row, n) -> Optional.ofNullable(Users.instant(row, "locked_until")))
                .optional()
                .flatMap(until -> until)
                .filter(until -> until.isAfter(now))
                .map(until -> Duration.between(now, until));
    }

    /**
     * Counts a try before its password is checked, so that many tries at once are all counted.
     *
     * @return false when the name got locked meanwhile and the password must not be checked
     */
    boolean begin(String name) {
        Instant now = clock.instant();
        return jdbc.sql("""
                                INSERT INTO studio.login_attempt AS a (name_digest, failures, last_at)
                                VALUES (:name, 1, :now)
                                ON CONFLICT (name_digest) DO UPDATE SET last_at = :now, failures = a.failures + 1,
                                  locked_until = CASE WHEN a.failures + 1 >= :free THEN :now + least(
                                    :longest, :first * power(2, least(a.failures + 1 - :free, 20))) * interval '1 second' END
                                WHERE a.locked_until IS NULL OR a.locked_until <= :now""")
                        .param("name", digest(name))
                        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .param("free", FREE_TRIES)
                        .param("first", FIRST_WAIT.toSeconds())
                        .param("longest", LONGEST_WAIT.toSeconds())
                        .update()
                == 1;
    }

    void succeeded(String name) {
        jdbc.sql("DELETE FROM studio.login_attempt WHERE name_digest = :name")
                .param("name", digest(name))
                .update();
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void forgetOld() {
        jdbc.sql("DELETE FROM studio.login_attempt WHERE last_at < :day")
                .param("day", OffsetDateTime.ofInstant(clock.instant().minus(Duration.ofDays(1)), ZoneOffset.UTC))
                .update();
    }

    private static byte[] digest(String name) {
        return Digests.sha256(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
