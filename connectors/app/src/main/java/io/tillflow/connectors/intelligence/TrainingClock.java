package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.database.DatabaseAway;
import io.tillflow.connectors.database.SchemaMigration;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks for trainings when the time of night has come or the world has changed; several copies of this app ask once. */
@Component
public class TrainingClock {
    private static final Logger log = LoggerFactory.getLogger(TrainingClock.class);

    private final Trainings trainings;
    private final Trainer trainer;
    private final Alarms alarms;
    private final SchemaMigration schema;
    private final Clock clock;

    TrainingClock(Trainings trainings, Trainer trainer, Alarms alarms, SchemaMigration schema, Clock clock) {
        this.trainings = trainings;
        this.trainer = trainer;
        this.alarms = alarms;
        this.schema = schema;
        this.clock = clock;
    }

    @Scheduled(cron = "${tillflow.training.nightly:0 40 2 * * *}", zone = "UTC")
    void askAtNight() {
        each(model -> ask(model, "nightly"));
    }

    /** When what is bought has moved far from what the live version knows, or it finds less than it promised, the night is too far off. */
    @Scheduled(cron = "${tillflow.training.watch:0 10 * * * *}", zone = "UTC")
    public void lookForAlarms() {
        each(model -> alarms.look(model).ifPresent(reason -> ask(model, reason)));
    }

    private void each(Consumer<LivingModel> act) {
        if (!schema.done() || trainer.hindrance().isPresent()) {
            return;
        }
        for (LivingModel model : LivingModel.values()) {
            try {
                act.accept(model);
            } catch (ProviderUnavailable away) {
                log.debug("{} is looked at later: {}", model.word(), away.getMessage());
            } catch (RuntimeException e) {
                if (!DatabaseAway.causes(e)) {
                    throw e;
                }
                log.warn("{} is looked at later: the database is away", model.word());
            }
        }
    }

    /** Once a day for each reason. */
    private void ask(LivingModel model, String reason) {
        LocalDate day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        String name = reason + " " + model.word() + " " + day;
        trainings.ask(
                model,
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(),
                reason);
    }
}
