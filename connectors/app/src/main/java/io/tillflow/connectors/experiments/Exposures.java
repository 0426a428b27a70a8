package io.tillflow.connectors.experiments;

import io.tillflow.models.experiment.Arm;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which units came to an experiment's step, each once, and what came of those whose time is over. */
@Repository
class Exposures {
    private static final String UUID = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";
    private static final int POINTS = 40;
    /** Units judged by one statement, which is quick and kept whatever becomes of the next. */
    private static final int AT_A_TIME = 500;

    private static final int MOST_TIMES = 20;

    private final JdbcClient database;
    private final ExperimentSettings settings;
    private final Clock clock;

    Exposures(JdbcClient database, ExperimentSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a group's units of one time of steady shares came to. */
    record Tally(String arm, int epoch, long units, long judged, double sum, double squares) {
        Arm outcomes() {
            return new Arm(judged, sum, squares);
        }
    }

    /** All outcomes of a group up to an instant. */
    record Point(Instant at, String arm, long judged, double sum, double squares) {
        Arm outcomes() {
            return new Arm(judged, sum, squares);
        }
    }

    Optional<String> armOf(Design design, String unit) {
        return database.sql(
                        "select arm from intelligence.exposure where name = :name and version = :version and unit = :unit")
                .param("name", design.name())
                .param("version", design.version())
                .param("unit", unit)
                .query(String.class)
                .optional();
    }

    /** Once a unit, and only while the experiment runs. */
    void note(Experiment experiment, String unit, String arm, long instance) {
        Design design = experiment.design();
        Instant now = clock.instant();
        database.sql("""
                insert into intelligence.exposure (name, version, unit, arm, epoch, instance, at, due_at)
                select x.name, x.version, :unit, :arm, :epoch, :instance, :now, :due from intelligence.experiment x
                 where x.name = :name and x.version = :version and x.state = 'RUNNING'
                on conflict do nothing""")
                .param("unit", unit)
                .param("arm", arm)
                .param("epoch", experiment.epoch())
                .param("instance", instance)
                .param("now", Timestamp.from(now))
                .param("due", Timestamp.from(now.plus(design.within())))
                .param("name", design.name())
                .param("version", design.version())
                .update();
    }

    /** Judges units whose time is over, the oldest first; what is left of very many waits for the next time. */
    void settle(Design design) {
        int times = 0;
        while (settleSome(design) == AT_A_TIME && times < MOST_TIMES) {
            times++;
        }
    }

    private int settleSome(Design design) {
        JdbcClient.StatementSpec settling = database.sql(design.goal().settling())
                .param("name", design.name())
                .param("version", design.version())
                .param("until", Timestamp.from(clock.instant().minus(settings.grace())))
                .param("most", AT_A_TIME);
        return (design.goal() == Goal.REACHED ? settling : settling.param("uuid", UUID)).update();
    }

    List<Tally> tallies(Design design) {
        return database.sql("""
                select arm, epoch, count(*) as units, count(outcome) as judged, coalesce(sum(outcome), 0) as sum,
                       coalesce(sum(outcome * outcome), 0) as squares
                  from intelligence.exposure where name = :name and version = :version group by arm, epoch""")
                .param("name", design.name())
                .param("version", design.version())
                .query(Tally.class)
                .list();
    }

    /** Running totals at as many instants as a picture needs. */
    List<Point> curve(Design design) {
        return database.sql("""
                with judged as (
                    select arm, outcome, due_at, ntile(:points) over (order by due_at, unit) as slice from intelligence.exposure
                     where name = :name and version = :version and outcome is not null),
                slices as (select slice, max(due_at) as at from judged group by slice),
                sums as (
                    select s.slice, s.at, g.arm, count(j.outcome) as judged, coalesce(sum(j.outcome), 0) as sum,
                           coalesce(sum(j.outcome * j.outcome), 0) as squares
                      from slices s cross join (select distinct arm from judged) g
                      left join judged j on j.slice = s.slice and j.arm = g.arm group by s.slice, s.at, g.arm)
                select at, arm, sum(judged) over before as judged, sum(sum) over before as sum, sum(squares) over before as squares
                  from sums window before as (partition by arm order by slice) order by slice, arm""")
                .param("points", POINTS)
                .param("name", design.name())
                .param("version", design.version())
                .query(Point.class)
                .list();
    }
}
