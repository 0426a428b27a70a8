package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.intelligence.Answers.Beside;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the shop how the version in use and the one beside it did on orders that neither had learned from. */
@Component
public class AnswerWatch {
    private static final double NORMAL_95 = 1.645;

    private final JdbcClient database;
    private final Registry registry;
    private final Shadows shadows;

    AnswerWatch(JdbcClient database, Registry registry, Shadows shadows) {
        this.database = database;
        this.registry = registry;
        this.shadows = shadows;
    }

    private record Counted(
            int orders,
            @Nullable Double figure,
            @Nullable Double spread,
            @Nullable Double rule) {
        double half() {
            return NORMAL_95 * Objects.requireNonNullElse(spread, 0.0) / Math.sqrt(orders);
        }
    }

    private record Paired(
            int orders,
            @Nullable Double figure,
            @Nullable Double gain,
            @Nullable Double spread) {}

    /** The version in use on orders since it was promoted. */
    public Optional<Answers> live(String model) {
        return registry.live(model)
                .filter(version -> version.promotedAt() != null && answers(model))
                .map(version -> answers(version, Objects.requireNonNull(version.promotedAt()), null));
    }

    /** The version beside it on orders since it answers, order by order compared with the one in use. */
    public Optional<Answers> shadow(String model) {
        return shadows.of(model).filter(version -> answers(model)).map(version -> {
            Instant since = Objects.requireNonNull(version.shadowedAt());
            Optional<Beside> beside = registry.live(model).flatMap(live -> beside(version, live, since));
            return answers(version, since, beside.orElse(null));
        });
    }

    private boolean answers(String model) {
        return database.sql("select to_regclass(:view) is not null")
                .param("view", cases(model).view())
                .query(Boolean.class)
                .single();
    }

    private static AnswerCases cases(String model) {
        return LivingModel.named(model).cases().orElseThrow();
    }

    private Answers answers(ModelVersion version, Instant since, @Nullable Beside beside) {
        Counted counted = database.sql(
                        """
                select count(*)::int as orders, avg(figure) as figure, stddev_samp(figure) as spread, avg(rule) as rule
                  from """ + cases(version.model()).sql() + " as cases where model = :model and version = :version")
                .param("model", version.model())
                .param("version", version.version())
                .param("since", Timestamp.from(since))
                .query(Counted.class)
                .single();
        Double figure = counted.figure();
        if (counted.orders() < Answers.FEWEST || figure == null) {
            return new Answers(
                    version.version(), since, counted.orders(), null, null, null, null, version.figure(), beside);
        }
        return new Answers(
                version.version(),
                since,
                counted.orders(),
                figure,
                figure - counted.half(),
                figure + counted.half(),
                counted.rule(),
                version.figure(),
                beside);
    }

    private Optional<Beside> beside(ModelVersion shadow, ModelVersion live, Instant since) {
        String cases = cases(shadow.model()).sql();
        Paired paired = database.sql("""
                select count(*)::int as orders, avg(l.figure) as figure, avg(s.figure - l.figure) as gain,
                       stddev_samp(s.figure - l.figure) as spread
                  from """ + cases + " as s join " + cases + " as l using (model, id) " + """
                 where model = :model and s.version = :shadow and l.version = :live
                """)
                .param("model", shadow.model())
                .param("shadow", shadow.version())
                .param("live", live.version())
                .param("since", Timestamp.from(since))
                .query(Paired.class)
                .single();
        Double figure = paired.figure();
        Double gain = paired.gain();
        if (paired.orders() < Answers.FEWEST || figure == null || gain == null) {
            return Optional.empty();
        }
        double half = NORMAL_95 * Objects.requireNonNullElse(paired.spread(), 0.0) / Math.sqrt(paired.orders());
        return Optional.of(new Beside(live.version(), paired.orders(), figure, gain, gain - half, gain + half));
    }
}
