package io.tillflow.connectors.experiments;

import io.tillflow.connectors.experiments.Experiment.State;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/** What people see of experiments, and do about them. */
@Service
public class ExperimentDesk {
    private static final Logger log = LoggerFactory.getLogger(ExperimentDesk.class);

    private final Experiments experiments;
    private final Exposures exposures;

    ExperimentDesk(Experiments experiments, Exposures exposures) {
        this.experiments = experiments;
        this.exposures = exposures;
    }

    /**
     * An experiment at a glance, or whole.
     *
     * @param compared the group that the others are compared with
     * @param word what can be decided, as {@code Findings.Word}
     * @param needed units judged in all until a difference worth finding would be found
     * @param shifts and what follows: only of one alone
     */
    public record View(
            String name,
            int version,
            String state,
            @Nullable String taken,
            String process,
            String element,
            String goal,
            List<String> elements,
            String within,
            double worthwhile,
            String usual,
            String compared,
            String layer,
            double layerFrom,
            double layerTo,
            @Nullable Double floor,
            Instant begunAt,
            List<Findings.Group> groups,
            double ratio,
            String word,
            @Nullable Long needed,
            @Nullable String best,
            List<Shares> shifts,
            List<Experiments.Act> acts,
            List<Line> curve) {}

    /** The arms' shares since then, in the order of {@code arms}. */
    public record Shares(int epoch, List<String> arms, List<Double> shares, String actor, String reason, Instant at) {}

    /** A group's difference to what is compared with, and its bounds, as they were then. */
    public record Line(Instant at, String arm, long judged, double difference, double low, double high) {}

    /** The newest first. */
    public List<View> all() {
        return experiments.all().stream()
                .map(experiment -> view(experiment, false))
                .toList();
    }

    /** One with all that happened to it; units whose time is over are judged first. */
    public View one(String name, int version) {
        Experiment experiment = known(name, version);
        try {
            exposures.settle(experiment.design());
        } catch (DataAccessException e) {
            log.warn(
                    "version {} of the experiment {} is shown as it was judged last: {}",
                    version,
                    name,
                    e.getMessage());
        }
        return view(experiment, true);
    }

    /** Everybody gets the usual arm; nobody more takes part, but who did is judged. */
    public View stop(String name, int version, String by) {
        return decide(name, version, State.STOPPED, null, by);
    }

    /** Goes on with those who took part, and new ones, unless another took its part of the layer meanwhile. */
    public View start(String name, int version, String by) {
        experiments.start(known(name, version), by);
        return one(name, version);
    }

    /** Everybody gets this arm from now on. */
    public View take(String name, int version, @Nullable String arm, String by) {
        List<String> groups = known(name, version).design().groups();
        if (arm == null || !groups.contains(arm)) {
            throw new IllegalArgumentException("expected one of the arms " + groups + ", but got " + arm);
        }
        return decide(name, version, State.TAKEN, arm, by);
    }

    /**
     * Lets shares shift by themselves, or keeps them as they are.
     *
     * @param floor no arm gets less than this part, 0 to 1; none keeps shares
     */
    public View shift(String name, int version, @Nullable Double floor, String by) {
        Experiment experiment = known(name, version);
        int arms = experiment.design().arms().size();
        if (floor != null && (arms < 2 || !experiment.design().goal().isYesOrNo())) {
            throw new IllegalStateException("expected two arms or more and a goal of yes or no, but " + name + " has "
                    + arms + " and the goal " + experiment.design().goal().text());
        }
        if (floor != null && !(floor >= 0.01 && floor * arms < 1)) {
            throw new IllegalArgumentException("expected a floor of 0.01 or more that leaves something to shift among "
                    + arms + " arms, but got " + floor);
        }
        experiments.floor(experiment, floor, by);
        return one(name, version);
    }

    private View decide(String name, int version, State state, @Nullable String arm, String by) {
        Experiment experiment = known(name, version);
        if (experiment.state() == state && Objects.equals(experiment.taken(), arm)) {
            return one(name, version);
        }
        experiments.decide(experiment, state, arm, by);
        return one(name, version);
    }

    private Experiment known(String name, int version) {
        return experiments
                .find(name, version)
                .orElseThrow(() -> new NoSuchElementException("there is no version " + version + " of an experiment "
                        + name + "; one begins with the first unit that comes to its step"));
    }

    private View view(Experiment experiment, boolean whole) {
        Design design = experiment.design();
        List<Experiments.Shift> shifts = experiments.shifts(design);
        Findings found = Findings.of(experiment, exposures.tallies(design), shifts);
        return new View(
                design.name(),
                design.version(),
                experiment.state().name(),
                experiment.taken(),
                experiment.place().process(),
                experiment.place().element(),
                design.goal().text(),
                design.elements(),
                design.within().toString(),
                design.worthwhile(),
                design.usual(),
                design.compared(),
                design.part().layer(),
                design.part().from(),
                design.part().to(),
                experiment.floor(),
                experiment.begunAt(),
                found.groups(),
                found.ratio(),
                found.word().name(),
                found.needed(),
                found.best(),
                whole
                        ? shifts.stream()
                                .map(it -> new Shares(
                                        it.epoch(), design.arms(), it.shares(), it.actor(), it.reason(), it.at()))
                                .toList()
                        : List.of(),
                whole ? experiments.acts(design) : List.of(),
                whole ? Curve.of(design, exposures.curve(design)) : List.of());
    }
}
