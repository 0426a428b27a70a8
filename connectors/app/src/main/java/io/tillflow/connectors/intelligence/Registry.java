package io.tillflow.connectors.intelligence;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Which versions there are and which one is used; every change is written down, and the shop is told at once. */
@Repository
public class Registry {
    /** The channel on which the shop hears that another version is live; its payload is the model. */
    static final String CHANNEL = "intelligence";

    private static final String FACTS = """
            select model, version, training, state, reason, window_from, window_to, rows, features, metric, split, cases, figure,
                   baseline_name, baseline, gain, gain_at_worst, gain_at_best, predecessor, predecessor_cases, predecessor_figure,
                   gain_over_live, coverage, seconds, length(artefact)::bigint as bytes, digest, trained_at, promoted_at, promoted_by, shadowed_at
              from intelligence.model_version
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Registry(JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A change of what is used. */
    public record Change(
            long id,
            @Nullable Integer version,
            String kind,
            String actor,
            @Nullable String reason,
            Instant at) {}

    /** Newest first. */
    public List<ModelVersion> versions(String model, int most) {
        return database.sql(FACTS + " where model = :model order by version desc limit :most")
                .param("model", model)
                .param("most", most)
                .query(ModelVersion.class)
                .list();
    }

    public Optional<ModelVersion> version(String model, int version) {
        return database.sql(FACTS + " where model = :model and version = :version")
                .param("model", model)
                .param("version", version)
                .query(ModelVersion.class)
                .optional();
    }

    public Optional<ModelVersion> live(String model) {
        return database.sql(FACTS + " where model = :model and state = 'LIVE'")
                .param("model", model)
                .query(ModelVersion.class)
                .optional();
    }

    Optional<ModelVersion> ofTraining(String training) {
        return database.sql(FACTS + " where training = :training")
                .param("training", training)
                .query(ModelVersion.class)
                .optional();
    }

    byte[] artefact(String model, int version) {
        return database.sql(
                        "select artefact from intelligence.model_version where model = :model and version = :version")
                .param("model", model)
                .param("version", version)
                .query(byte[].class)
                .single();
    }

    /** Newest first. */
    public List<Change> changes(String model, int most) {
        return database.sql("""
                select id, version, kind, actor, reason, at from intelligence.version_change
                 where model = :model order by id desc limit :most
                """)
                .param("model", model)
                .param("most", most)
                .query(Change.class)
                .list();
    }

    /** From now on this version is used; doing it twice changes nothing. */
    public ModelVersion promote(String model, int version, String by, @Nullable String reason) {
        return change(model, () -> {
            ModelVersion wanted = required(model, version);
            if (!wanted.state().equals("LIVE")) {
                retireLive(model, by, "replaced by version " + version);
                makeLive(model, version, by, reason);
                note(model, version, "PROMOTED", by, reason);
            }
        });
    }

    /** Kept to look at; what is live already is not refused behind its back. */
    public ModelVersion refuse(String model, int version, String by, String reason) {
        int refused = database.sql("""
                update intelligence.model_version set state = 'REFUSED', reason = :reason
                 where model = :model and version = :version and state = 'CANDIDATE'
                """)
                .param("model", model)
                .param("version", version)
                .param("reason", reason)
                .update();
        if (refused == 1) {
            note(model, version, "REFUSED", by, reason);
        }
        return required(model, version);
    }

    /** Back to the version used before, or to none, which leaves the shop its own counting. */
    public Optional<ModelVersion> rollBack(String model, String by) {
        transaction.executeWithoutResult(status -> {
            lock(model);
            ModelVersion live = live(model)
                    .orElseThrow(() -> new IllegalStateException(
                            "expected a live version of " + model + " to roll back, but there is none"));
            Optional<Integer> before = database.sql("""
                    select version from intelligence.model_version
                     where model = :model and state = 'RETIRED' and promoted_at < :live order by promoted_at desc limit 1
                    """)
                    .param("model", model)
                    .param(
                            "live",
                            Timestamp.from(
                                    Optional.ofNullable(live.promotedAt()).orElseThrow()))
                    .query(Integer.class)
                    .optional();
            retireLive(model, by, "rolled back");
            before.ifPresent(version -> database.sql("""
                    update intelligence.model_version set state = 'LIVE', shadowed_at = null where model = :model and version = :version
                    """)
                    .param("model", model)
                    .param("version", version)
                    .update());
            note(model, before.orElse(null), "ROLLED_BACK", by, "from version " + live.version());
            tell(model);
        });
        return live(model);
    }

    private ModelVersion change(String model, Runnable change) {
        transaction.executeWithoutResult(status -> {
            lock(model);
            change.run();
            tell(model);
        });
        return live(model).orElseThrow();
    }

    /** One change of a model at a time. */
    void lock(String model) {
        database.sql("select pg_advisory_xact_lock(hashtext('intelligence ' || :model)) is null")
                .param("model", model)
                .query(Boolean.class)
                .single();
    }

    private void retireLive(String model, String by, String reason) {
        database.sql(
                        "update intelligence.model_version set state = 'RETIRED' where model = :model and state = 'LIVE' returning version")
                .param("model", model)
                .query(Integer.class)
                .optional()
                .ifPresent(version -> note(model, version, "RETIRED", by, reason));
    }

    private void makeLive(String model, int version, String by, @Nullable String reason) {
        database.sql("""
                update intelligence.model_version
                   set state = 'LIVE', promoted_at = :now, promoted_by = :by, reason = coalesce(:reason, reason), shadowed_at = null
                 where model = :model and version = :version
                """)
                .param("model", model)
                .param("version", version)
                .param("by", by)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void note(String model, @Nullable Integer version, String kind, String by, @Nullable String reason) {
        database.sql("""
                insert into intelligence.version_change (model, version, kind, actor, reason, at)
                values (:model, :version, :kind, :by, :reason, :now)
                """)
                .param("model", model)
                .param("version", version)
                .param("kind", kind)
                .param("by", by)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void tell(String model) {
        database.sql("select pg_notify('" + CHANNEL + "', :model) is null")
                .param("model", model)
                .query(Boolean.class)
                .single();
    }

    ModelVersion required(String model, int version) {
        return version(model, version)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a version of " + model + ", but there is no " + version));
    }
}
