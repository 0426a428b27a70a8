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

    /** How a person stands to the tour. */
    enum Visit {
        FIRST,
        /** A password has to be chosen before. */
        NOT_YET,
        LATER
    }

    Visit visit(String person) {
        return jdbc.sql("""
                        SELECT CASE WHEN u.must_change_password THEN 'NOT_YET'
                                    WHEN EXISTS (SELECT FROM studio.tour_seen s WHERE s.person = u.name) THEN 'LATER'
                                    ELSE 'FIRST' END
                          FROM studio.app_user u WHERE u.name = :person""")
                .param("person", person)
                .query(String.class)
                .optional()
                .map(Visit::valueOf)
                .orElse(Visit.LATER);
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
