package io.tillflow.storefront.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses that get no letters but those that an order or an account needs. */
@Repository
public class LetterStops {
    private static final String DIGEST = "encode(sha256(convert_to(lower(:email), 'UTF8')), 'hex')";

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterStops(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean stopped(String email) {
        return jdbc.sql("select exists (select from letter_stop where digest = " + DIGEST + ")")
                .param("email", email)
                .query(Boolean.class)
                .single();
    }

    /** Said twice it stays as it was said first. */
    public void stop(String email) {
        jdbc.sql("insert into letter_stop (digest, at) values (" + DIGEST + ", :now) on conflict do nothing")
                .param("email", email)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Whoever agrees to letters afterwards gets them. */
    void allow(String email) {
        jdbc.sql("delete from letter_stop where digest = " + DIGEST)
                .param("email", email)
                .update();
    }
}
