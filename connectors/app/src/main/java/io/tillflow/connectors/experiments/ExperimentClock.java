package io.tillflow.connectors.experiments;

import io.tillflow.connectors.database.SchemaMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Has units judged whose time is over, and shares shifted; several copies of this app do no harm to each other. */
@Component
class ExperimentClock {
    private static final Logger log = LoggerFactory.getLogger(ExperimentClock.class);

    private final Experiments experiments;
    private final Exposures exposures;
    private final Shifting shifting;
    private final SchemaMigration schema;

    ExperimentClock(Experiments experiments, Exposures exposures, Shifting shifting, SchemaMigration schema) {
        this.experiments = experiments;
        this.exposures = exposures;
        this.shifting = shifting;
        this.schema = schema;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void judge() {
        quietly(() -> experiments.all().forEach(this::settle));
    }

    @Scheduled(cron = "0 20 * * * *", zone = "UTC")
    void shift() {
        quietly(shifting::shiftNow);
    }

    /** One that cannot be judged keeps no other from it. */
    private void settle(Experiment experiment) {
        Design design = experiment.design();
        try {
            exposures.settle(design);
        } catch (DataAccessException e) {
            log.warn(
                    "version {} of the experiment {} is judged later: {}",
                    design.version(),
                    design.name(),
                    e.getMessage());
        }
    }

    private void quietly(Runnable act) {
        if (!schema.done()) {
            return;
        }
        try {
            act.run();
        } catch (DataAccessException | TransactionException e) {
            // also while history or the shop have not laid out their tables yet
            log.debug("experiments are looked at later", e);
        }
    }
}
