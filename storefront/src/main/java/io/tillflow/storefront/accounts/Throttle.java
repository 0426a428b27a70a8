package io.tillflow.storefront.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts tries, for all copies of the shop together; a try counts before it is known how it went, so many at once count too. */
@Repository
class Throttle {
    private final JdbcClient jdbc;
    private final Clock clock;

    Throttle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Count(int tries, Instant startedAt) {}

    /** Counts one more; answers until when to wait if there were too many. */
    Optional<Instant> hit(String what, String who, int most, Duration within) {
        Instant now = clock.instant();
        Count count = jdbc.sql("""
                insert into throttle (key, tries, started_at) values (:key, 1, :now)
                on conflict (key) do update set
                    tries = case when throttle.started_at <= :before then 1 else throttle.tries + 1 end,
                    started_at = case when throttle.started_at <= :before then :now else throttle.started_at end
                returning tries, started_at""")
                .param("key", key(what, who))
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(within)))
                .query((row, n) -> new Count(
                        row.getInt("tries"), row.getTimestamp("started_at").toInstant()))
                .single();
        return count.tries() > most ? Optional.of(count.startedAt().plus(within)) : Optional.empty();
    }

    void forget(String what, String who) {
        jdbc.sql("delete from throttle where key = :key")
                .param("key", key(what, who))
                .update();
    }

    private static String key(String what, String who) {
        return what + " " + Digest.of(who);
    }
}
