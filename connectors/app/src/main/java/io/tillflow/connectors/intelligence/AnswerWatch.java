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
    private static final String VIEW = "shop.reporting_answer";
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
                .filter(version -> version.promotedAt() != null && answers())
                .map(version -> answers(version, Objects.requireNonNull(version.promotedAt()), null));
    }

    /** The version beside it on orders since it answers, order by order compared with the one in use. */
    public Optional<Answers> shadow(String model) {
        return shadows.of(model).filter(version -> answers()).map(version -> {
            Instant since = Objects.requireNonNull(version.shadowedAt());
            Optional<Beside> beside = registry.live(model).flatMap(live -> beside(version, live, since));
            return answers(version, since, beside.orElse(null));
        });
    }

    private boolean answers() {
        return database.sql("select to_regclass('" + VIEW + "') is not null")
                .query(Boolean.class)
                .single();
    }

    private Answers answers(ModelVersion version, Instant since, @Nullable Beside beside) {
        Counted counted = database.sql("""
                select count(*)::int as orders, avg(found::float8 / items) as figure, stddev_samp(found::float8 / items) as spread,
                       avg(found_by_rule::float8 / items) as rule
                  from shop.reporting_answer where model = :model and version = :version and placed_at > :since
                """)
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
        Paired paired = database.sql("""
                select count(*)::int as orders, avg(l.found::float8 / l.items) as figure,
                       avg((s.found - l.found)::float8 / l.items) as gain, stddev_samp((s.found - l.found)::float8 / l.items) as spread
                  from shop.reporting_answer s join shop.reporting_answer l using (model, basket)
                 where s.model = :model and s.version = :shadow and l.version = :live and s.placed_at > :since
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
