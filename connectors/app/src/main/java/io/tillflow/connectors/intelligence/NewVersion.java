package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.intelligence.Verdict.Trial;
import io.tillflow.connectors.intelligence.Verdict.VersusLive;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts a trained model into the registry as a candidate, with everything it was judged by. */
@Component
class NewVersion {
    private final JdbcClient database;
    private final Registry registry;
    private final Clock clock;

    NewVersion(JdbcClient database, Registry registry, Clock clock) {
        this.database = database;
        this.registry = registry;
        this.clock = clock;
    }

    /** What a training left. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Trained(String training, LivingModel model, Window window, Verdict verdict, byte[] artefact) {}

    /** The next number of its model; a training that was stored before keeps its version. */
    ModelVersion store(Trained trained, Optional<ModelVersion> live) {
        Trial trial = Objects.requireNonNull(trained.verdict().trial(), "a trained model comes with its trial");
        Map<String, Object> values = new HashMap<>(learned(trained));
        values.putAll(judged(trial));
        values.put("coverage", typed(Types.DOUBLE, Optional.ofNullable(trial.coverage())));
        values.putAll(beside(live, Optional.ofNullable(trial.versusLive())));
        database.sql("""
                insert into intelligence.model_version (model, version, training, state, window_from, window_to, rows, features, metric,
                    split, cases, figure, baseline_name, baseline, gain, gain_at_worst, gain_at_best, predecessor, predecessor_cases,
                    predecessor_figure, gain_over_live, coverage, seconds, artefact, digest, trained_at)
                select :model, coalesce(max(version), 0) + 1, :training, 'CANDIDATE', :from, :to, :rows, :features, :metric, :split,
                    :cases, :figure, :baselineName, :baseline, :gain, :atWorst, :atBest, :predecessor, :predecessorCases,
                    :predecessorFigure, :gainOverLive, :coverage, :seconds, :artefact, :digest, :now
                  from intelligence.model_version where model = :model
                on conflict (training) do nothing
                """).params(values).update();
        return registry.ofTraining(trained.training()).orElseThrow();
    }

    private Map<String, Object> learned(Trained trained) {
        return Map.of(
                "model", trained.model().word(),
                "training", trained.training(),
                "from", Timestamp.from(trained.window().from()),
                "to", Timestamp.from(trained.window().to()),
                "rows", trained.window().rows(),
                "features", trained.model().features(),
                "seconds", trained.verdict().seconds(),
                "artefact", trained.artefact(),
                "digest", digest(trained.artefact()),
                "now", Timestamp.from(clock.instant()));
    }

    private static Map<String, Object> judged(Trial trial) {
        return Map.of(
                "metric", trial.metric(),
                "split", trial.split(),
                "cases", trial.cases(),
                "figure", trial.figure(),
                "baselineName", trial.baselineName(),
                "baseline", trial.baseline(),
                "gain", trial.gain().mean(),
                "atWorst", trial.gain().atWorst(),
                "atBest", trial.gain().atBest());
    }

    private static Map<String, Object> beside(Optional<ModelVersion> live, Optional<VersusLive> versus) {
        return Map.of(
                "predecessor", typed(Types.INTEGER, live.map(ModelVersion::version)),
                "predecessorCases", typed(Types.INTEGER, versus.map(VersusLive::cases)),
                "predecessorFigure", typed(Types.DOUBLE, versus.map(VersusLive::live)),
                "gainOverLive", typed(Types.DOUBLE, versus.map(it -> it.gain().mean())));
    }

    private static SqlParameterValue typed(int type, Optional<? extends Number> value) {
        return new SqlParameterValue(type, value.orElse(null));
    }

    static String digest(byte[] artefact) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(artefact));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
