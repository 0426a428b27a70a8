package io.tillflow.connectors.intelligence;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The version that answers beside the live one, at most one a model; the shop counts its hits and shows none of them. */
@Repository
public class Shadows {
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Registry registry;
    private final Clock clock;

    Shadows(JdbcClient database, TransactionTemplate transaction, Registry registry, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.registry = registry;
        this.clock = clock;
    }

    /** The version beside the live one. */
    public Optional<ModelVersion> of(String model) {
        return database.sql("select version from intelligence.shadow_model where model = :model")
                .param("model", model)
                .query(Integer.class)
                .optional()
                .flatMap(version -> registry.version(model, version));
    }

    /** From now on this version answers beside the live one, in place of the one that did; doing it twice changes nothing. */
    public ModelVersion begin(String model, int version, String by) {
        transaction.executeWithoutResult(status -> {
            registry.lock(model);
            ModelVersion wanted = registry.required(model, version);
            if (wanted.state().equals("LIVE")) {
                throw new IllegalStateException("expected a version beside the live one, but version " + version
                        + " of " + model + " is live itself");
            }
            if (wanted.shadowedAt() == null) {
                clear(model).ifPresent(former -> registry.note(model, former, "SHADOW_ENDED", by, "replaced"));
                mark(model, version);
                registry.note(model, version, "SHADOWED", by, null);
                registry.tell(model);
            }
        });
        return registry.required(model, version);
    }

    /** Nothing answers beside the live version any more; what was counted stays. */
    public void end(String model, String by) {
        transaction.executeWithoutResult(status -> {
            registry.lock(model);
            int former = clear(model)
                    .orElseThrow(() -> new IllegalStateException(
                            "expected a version of " + model + " beside the live one, but there is none"));
            registry.note(model, former, "SHADOW_ENDED", by, null);
            registry.tell(model);
        });
    }

    private Optional<Integer> clear(String model) {
        return database.sql("""
                update intelligence.model_version set shadowed_at = null
                 where model = :model and shadowed_at is not null returning version
                """).param("model", model).query(Integer.class).optional();
    }

    private void mark(String model, int version) {
        database.sql(
                        "update intelligence.model_version set shadowed_at = :now where model = :model and version = :version")
                .param("model", model)
                .param("version", version)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
