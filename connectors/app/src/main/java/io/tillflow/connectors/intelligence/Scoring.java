package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.database.DatabaseAway;
import io.tillflow.connectors.database.SchemaMigration;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has all customers scored when another version is live and once a day; what failed is tried again a while later. */
@Component
public class Scoring {
    private static final Logger log = LoggerFactory.getLogger(Scoring.class);
    private static final String MODEL = LivingModel.CUSTOMER_VALUE.word();
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final Scorer scorer;
    private final SchemaMigration schema;
    private final Clock clock;
    private Instant notBefore = Instant.EPOCH;

    Scoring(JdbcClient database, Scorer scorer, SchemaMigration schema, Clock clock) {
        this.database = database;
        this.scorer = scorer;
        this.schema = schema;
        this.clock = clock;
    }

    /** Another version is noticed within a quarter of a minute. */
    @Scheduled(fixedDelayString = "${tillflow.training.score-every:15s}")
    public synchronized void scoreWhatIsDue() {
        if (!schema.done() || clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            forgetWithoutALiveVersion();
            if (due()) {
                notBefore = clock.instant().plus(AGAIN);
                scorer.score();
                notBefore = Instant.EPOCH;
            }
        } catch (ProviderUnavailable away) {
            log.debug("customers are scored later: {}", away.getMessage());
        } catch (RuntimeException trouble) {
            if (DatabaseAway.causes(trouble)) {
                log.debug("customers are scored when the database is back");
            } else {
                log.warn("customers could not be scored: {}", trouble.getMessage());
            }
        }
    }

    private boolean due() {
        return database.sql("""
                select exists (select 1 from intelligence.model_version v
                                where v.model = :model and v.state = 'LIVE' and not exists
                                      (select 1 from intelligence.score_run r where r.model = v.model and r.version = v.version
                                          and r.as_of = :today))
                """)
                .param("model", MODEL)
                .param("today", clock.instant().atZone(ZoneOffset.UTC).toLocalDate())
                .query(Boolean.class)
                .single();
    }

    /** Rolled back to none: nobody should act on what nobody stands for. */
    private void forgetWithoutALiveVersion() {
        int gone = database.sql("""
                delete from intelligence.score_run where model = :model
                   and not exists (select 1 from intelligence.model_version where model = :model and state = 'LIVE')
                """).param("model", MODEL).update();
        if (gone > 0) {
            database.sql("delete from intelligence.customer_score").update();
        }
    }
}
