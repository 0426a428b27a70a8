package io.tillflow.studio.tour;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who does not need to be shown around any more. */
@Repository
class ToursSeen {
    private final JdbcClient jdbc;
    private final Clock clock;

    ToursSeen(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this person, who has chosen a password already, is here for the first time. */
    boolean isNew(String person) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM studio.app_user u WHERE u.name = :person AND NOT u.must_change_password
                                       AND NOT EXISTS (SELECT FROM studio.tour_seen s WHERE s.person = u.name))""").param("person", person).query(Boolean.class).single();
    }

    void seen(String person) {
        jdbc.sql("""
                        INSERT INTO studio.tour_seen (person, at) SELECT name, :now FROM studio.app_user WHERE name = :person
                        ON CONFLICT DO NOTHING""")
                .param("person", person)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
