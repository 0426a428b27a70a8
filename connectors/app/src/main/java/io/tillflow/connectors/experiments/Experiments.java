package io.tillflow.connectors.experiments;

import io.tillflow.connectors.experiments.Experiment.Place;
import io.tillflow.connectors.experiments.Experiment.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The experiments that began, and what people and shifts did to them. */
@Repository
public class Experiments {
    private static final String FACTS = """
            select x.name, x.version, x.state, x.taken, array_to_string(x.arms, ',') as arms, x.hold_out, x.usual, x.goal,
                   array_to_string(x.elements, ',') as elements, extract(epoch from x.within)::bigint as seconds, x.worthwhile,
                   x.layer, x.layer_from, x.layer_to, x.process_id, x.element_id, x.begun_at, x.floor_share,
                   s.epoch, array_to_string(s.shares, ',') as shares, array_to_string(d.shares, ',') as drawn
              from intelligence.experiment x
              join lateral (select epoch, shares from intelligence.experiment_shares s
                             where s.name = x.name and s.version = x.version order by epoch desc limit 1) s on true
              join intelligence.experiment_shares d on d.name = x.name and d.version = x.version and d.epoch = 0
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Experiments(JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Shares as they were from one instant on. */
    public record Shift(int epoch, String arms, String actor, String reason, Instant at) {
        List<Double> shares() {
            return numbers(arms);
        }
    }

    /** What a person did. */
    public record Act(String kind, String actor, @Nullable String detail, Instant at) {}

    /** The newest first. */
    public List<Experiment> all() {
        return database.sql(FACTS + " order by x.begun_at desc, x.name, x.version desc limit 500")
                .query((row, n) -> read(row))
                .list();
    }

    public Optional<Experiment> find(String name, int version) {
        return database.sql(FACTS + " where x.name = :name and x.version = :version")
                .param("name", name)
                .param("version", version)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Begins it unless it began; units that come at once begin one. */
    Experiment begin(Design design, Place place) {
        return transaction.execute(tx -> {
            lockLayer(design);
            Optional<Experiment> begun = find(design.name(), design.version());
            if (begun.isPresent()) {
                return begun.get();
            }
            runningBeside(design)
                    .filter(other -> !other.design().name().equals(design.name()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new IllegalArgumentException(taken(design, other));
                    });
            write(design, place);
            shift(design, 0, design.shares(), "as drawn", place.process());
            act(design.name(), design.version(), "BEGUN", place.process(), null);
            return find(design.name(), design.version()).orElseThrow();
        });
    }

    /** Lets a stopped one go on, unless another runs in its part of the layer or another version of it runs. */
    void start(Experiment stopped, String by) {
        Design design = stopped.design();
        transaction.executeWithoutResult(tx -> {
            lockLayer(design);
            Experiment experiment = find(design.name(), design.version()).orElseThrow();
            if (experiment.state() == State.RUNNING) {
                return;
            }
            runningBeside(design).findFirst().ifPresent(other -> {
                throw new IllegalStateException(taken(design, other));
            });
            decide(experiment, State.RUNNING, null, by);
        });
    }

    private void lockLayer(Design design) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('experiment layer ' || :layer, 0))")
                .param("layer", design.part().layer())
                .query((row, n) -> n)
                .list();
    }

    /** Others that draw among the same units. */
    private Stream<Experiment> runningBeside(Design design) {
        return database
                .sql(FACTS + " where x.state = 'RUNNING' and (x.layer = :layer or x.name = :name)")
                .param("layer", design.part().layer())
                .param("name", design.name())
                .query((row, n) -> read(row))
                .list()
                .stream()
                .filter(other -> !other.design().salt().equals(design.salt()))
                .filter(other -> other.design().name().equals(design.name())
                        || other.design().part().overlaps(design.part()));
    }

    private static String taken(Design design, Experiment other) {
        if (other.design().name().equals(design.name())) {
            return "expected no other version of the experiment " + design.name() + " to run, but version "
                    + other.design().version() + " does; stop it first";
        }
        return "expected the part of the layer " + design.part().layer() + " to be free, but version "
                + other.design().version() + " of the experiment "
                + other.design().name()
                + " runs in it; stop it, or choose another part";
    }

    private void write(Design design, Place place) {
        database.sql("""
                insert into intelligence.experiment (name, version, state, arms, hold_out, usual, goal, elements, within, worthwhile,
                    layer, layer_from, layer_to, process_id, element_id, begun_at)
                values (:name, :version, 'RUNNING', string_to_array(:arms, ','), :holdOut, :usual, :goal, string_to_array(:elements, ','),
                    make_interval(secs => :seconds), :worthwhile, :layer, :from, :to, :process, :element, :now)""")
                .param("name", design.name())
                .param("version", design.version())
                .param("arms", String.join(",", design.arms()))
                .param("holdOut", design.holdOut())
                .param("usual", design.usual())
                .param("goal", design.goal().text())
                .param("elements", String.join(",", design.elements()))
                .param("seconds", (double) design.within().toSeconds())
                .param("worthwhile", design.worthwhile())
                .param("layer", design.part().layer())
                .param("from", design.part().from())
                .param("to", design.part().to())
                .param("process", place.process())
                .param("element", place.element())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** False when another shift of the same epoch was first. */
    boolean shift(Design design, int epoch, List<Double> shares, String reason, String actor) {
        return database.sql("""
                insert into intelligence.experiment_shares (name, version, epoch, shares, actor, reason, at)
                values (:name, :version, :epoch, string_to_array(:shares, ',')::float8[], :actor, :reason, :now) on conflict do nothing""")
                        .param("name", design.name())
                        .param("version", design.version())
                        .param("epoch", epoch)
                        .param("shares", shares.stream().map(String::valueOf).collect(Collectors.joining(",")))
                        .param("actor", actor)
                        .param("reason", reason)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    List<Shift> shifts(Design design) {
        return database.sql("""
                select epoch, array_to_string(shares, ',') as arms, actor, reason, at from intelligence.experiment_shares
                 where name = :name and version = :version order by epoch""")
                .param("name", design.name())
                .param("version", design.version())
                .query(Shift.class)
                .list();
    }

    List<Act> acts(Design design) {
        return database.sql("""
                select kind, actor, detail, at from intelligence.experiment_act
                 where name = :name and version = :version order by id desc limit 50""")
                .param("name", design.name())
                .param("version", design.version())
                .query(Act.class)
                .list();
    }

    /** Changes the state, and keeps who did it. */
    void decide(Experiment experiment, State state, @Nullable String taken, String by) {
        String kind = switch (state) {
            case RUNNING -> "STARTED";
            case STOPPED -> "STOPPED";
            case TAKEN -> "TAKEN";
        };
        change(experiment, "state = '" + state + "', taken = :value", taken, kind, by);
    }

    void floor(Experiment experiment, @Nullable Double floor, String by) {
        change(
                experiment,
                "floor_share = :value::float8",
                floor == null ? null : String.valueOf(floor),
                floor == null ? "STEADY" : "SHIFTING",
                by);
    }

    private void change(Experiment experiment, String what, @Nullable String value, String kind, String by) {
        Design design = experiment.design();
        transaction.executeWithoutResult(tx -> {
            database.sql("update intelligence.experiment set " + what + " where name = :name and version = :version")
                    .param("value", value)
                    .param("name", design.name())
                    .param("version", design.version())
                    .update();
            act(design.name(), design.version(), kind, by, value);
        });
    }

    private void act(String name, int version, String kind, String actor, @Nullable String detail) {
        database.sql("""
                insert into intelligence.experiment_act (name, version, kind, actor, detail, at)
                values (:name, :version, :kind, :actor, :detail, :now)""")
                .param("name", name)
                .param("version", version)
                .param("kind", kind)
                .param("actor", actor)
                .param("detail", detail)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static Experiment read(ResultSet row) throws SQLException {
        Design design = new Design(
                row.getString("name"),
                row.getInt("version"),
                texts(row.getString("arms")),
                numbers(row.getString("drawn")),
                row.getDouble("hold_out"),
                row.getString("usual"),
                Goal.named(row.getString("goal")),
                texts(row.getString("elements")),
                Duration.ofSeconds(row.getLong("seconds")),
                row.getDouble("worthwhile"),
                new Design.Part(row.getString("layer"), row.getDouble("layer_from"), row.getDouble("layer_to")));
        Double floor = row.getObject("floor_share", Double.class);
        return new Experiment(
                design,
                State.valueOf(row.getString("state")),
                row.getString("taken"),
                row.getInt("epoch"),
                numbers(row.getString("shares")),
                floor,
                new Place(row.getString("process_id"), row.getString("element_id")),
                row.getTimestamp("begun_at").toInstant());
    }

    private static List<String> texts(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(",", -1));
    }

    private static List<Double> numbers(String joined) {
        return Arrays.stream(joined.split(",", -1)).map(Double::valueOf).toList();
    }
}
