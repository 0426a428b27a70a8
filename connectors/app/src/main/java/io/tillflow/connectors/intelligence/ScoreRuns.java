package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.intelligence.Daily.Kept;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which version answered last, as of which day. */
@Component
class ScoreRuns {
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ScoreRuns(JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether the live version has not answered yet as of its day. */
    boolean due(Daily daily) {
        return database.sql("""
                select exists (select 1 from intelligence.model_version v
                                where v.model = :model and v.state = 'LIVE' and not exists
                                      (select 1 from intelligence.score_run r where r.model = v.model and r.version = v.version
                                          and r.as_of = :asOf))
                """)
                .param("model", daily.model().word())
                .param("asOf", daily.asOf())
                .query(Boolean.class)
                .single();
    }

    void replace(Daily daily, int version, LocalDate asOf, Path data, Path answers) {
        transaction.executeWithoutResult(status -> {
            Kept kept = daily.keep(asOf, data, answers);
            database.sql("""
                    insert into intelligence.score_run (model, version, as_of, weeks, currency, scored, scored_at)
                    values (:model, :version, :asOf, :weeks, :currency, :cases, :now)
                    on conflict (model) do update set version = excluded.version, as_of = excluded.as_of, weeks = excluded.weeks,
                        currency = excluded.currency, scored = excluded.scored, scored_at = excluded.scored_at
                    """)
                    .param("model", daily.model().word())
                    .param("version", version)
                    .param("asOf", asOf)
                    .param("weeks", kept.weeks())
                    .param("currency", kept.currency().orElse(null), Types.VARCHAR)
                    .param("cases", kept.cases())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        });
    }

    /** Rolled back to none: nobody should act on what nobody stands for. */
    void forgetWithoutALiveVersion(Daily daily) {
        transaction.executeWithoutResult(status -> {
            int gone = database.sql("""
                    delete from intelligence.score_run where model = :model
                       and not exists (select 1 from intelligence.model_version where model = :model and state = 'LIVE')
                    """).param("model", daily.model().word()).update();
            if (gone > 0) {
                daily.forget();
            }
        });
    }
}
