package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.database.DatabaseAway;
import io.tillflow.connectors.database.SchemaMigration;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has all cases answered when another version is live and once a day; what failed is tried again a while later. */
@Component
public class Scoring {
    private static final Logger log = LoggerFactory.getLogger(Scoring.class);
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final List<Daily> models;
    private final Scorer scorer;
    private final ScoreRuns runs;
    private final SchemaMigration schema;
    private final Clock clock;
    private final Map<LivingModel, Instant> notBefore = new EnumMap<>(LivingModel.class);
    private final AtomicBoolean looking = new AtomicBoolean();

    Scoring(List<Daily> models, Scorer scorer, ScoreRuns runs, SchemaMigration schema, Clock clock) {
        this.models = models;
        this.scorer = scorer;
        this.runs = runs;
        this.schema = schema;
        this.clock = clock;
    }

    /** Another version is noticed within a quarter of a minute. It takes minutes, so it keeps no other timer waiting. */
    @Scheduled(fixedDelayString = "${tillflow.training.score-every:15s}")
    void look() {
        if (looking.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("scoring").start(() -> {
                try {
                    scoreWhatIsDue();
                } finally {
                    looking.set(false);
                }
            });
        }
    }

    public synchronized void scoreWhatIsDue() {
        if (schema.done()) {
            models.forEach(this::score);
        }
    }

    private void score(Daily daily) {
        LivingModel model = daily.model();
        if (clock.instant().isBefore(notBefore.getOrDefault(model, Instant.EPOCH))) {
            return;
        }
        try {
            runs.forgetWithoutALiveVersion(daily);
            if (runs.due(daily)) {
                score(daily, model);
            }
        } catch (ProviderUnavailable away) {
            log.debug("{} answers later: {}", model.word(), away.getMessage());
        } catch (RuntimeException trouble) {
            if (DatabaseAway.causes(trouble)) {
                log.debug("{} answers when the database is back", model.word());
            } else {
                log.warn("{} could not answer: {}", model.word(), trouble.getMessage());
            }
        }
    }

    /** What failed waits from its end on, however long it took. */
    private void score(Daily daily, LivingModel model) {
        boolean done = false;
        try {
            scorer.score(daily);
            done = true;
        } finally {
            if (done) {
                notBefore.remove(model);
            } else {
                notBefore.put(model, clock.instant().plus(AGAIN));
            }
        }
    }
}
