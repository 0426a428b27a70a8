package io.tillflow.connectors.experiments;

import io.tillflow.models.experiment.Arm;
import io.tillflow.models.experiment.Thompson;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Shifts shares to what works better where a person allowed it; each shift is written down. */
@Component
public class Shifting {
    private static final int DRAWS = 4_000;
    /** Of a share, at a time. */
    private static final double STEP = 0.1;

    private static final double WORTH_WRITING_DOWN = 0.01;

    private final Experiments experiments;
    private final Exposures exposures;
    private final Clock clock;

    Shifting(Experiments experiments, Exposures exposures, Clock clock) {
        this.experiments = experiments;
        this.exposures = exposures;
        this.clock = clock;
    }

    /** Every experiment that may; answers how many shifted. */
    public int shiftNow() {
        int shifted = 0;
        for (Experiment experiment : experiments.all()) {
            Double floor = experiment.floor();
            if (experiment.state() == Experiment.State.RUNNING && floor != null && shift(experiment, floor)) {
                shifted++;
            }
        }
        return shifted;
    }

    private boolean shift(Experiment experiment, double floor) {
        Design design = experiment.design();
        List<Exposures.Tally> tallies = exposures.tallies(design);
        List<Arm> arms = design.arms().stream()
                .map(arm -> tallies.stream()
                        .filter(tally -> tally.arm().equals(arm))
                        .map(Exposures.Tally::outcomes)
                        .reduce(Arm.EMPTY, Findings::sum))
                .toList();
        if (arms.stream().anyMatch(arm -> arm.units() < Findings.FEWEST)) {
            return false;
        }
        double[] chances = new Thompson(clock.instant().toEpochMilli()).chances(arms, DRAWS);
        List<Double> shares = towards(experiment.shares(), chances, floor);
        double moved = 0;
        for (int i = 0; i < shares.size(); i++) {
            moved = Math.max(moved, Math.abs(shares.get(i) - experiment.shares().get(i)));
        }
        return moved >= WORTH_WRITING_DOWN
                && experiments.shift(design, experiment.epoch() + 1, shares, reason(design, chances), "thompson");
    }

    /** Each arm's share goes to its chance to be the best, in small steps and never below the floor. */
    static List<Double> towards(List<Double> shares, double[] chances, double floor) {
        double most = 0;
        List<Double> aims = new ArrayList<>();
        for (int i = 0; i < chances.length; i++) {
            double aim = floor + (1 - chances.length * floor) * chances[i];
            aims.add(aim);
            most = Math.max(most, Math.abs(aim - shares.get(i)));
        }
        double step = most == 0 ? 0 : Math.min(1, STEP / most);
        List<Double> shifted = new ArrayList<>();
        for (int i = 0; i < chances.length; i++) {
            shifted.add(Math.max(0, shares.get(i) + step * (aims.get(i) - shares.get(i))));
        }
        return shifted;
    }

    private static String reason(Design design, double[] chances) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < chances.length; i++) {
            parts.add(String.format(
                    Locale.ROOT, "%s is the best with %.0f %%", design.arms().get(i), 100 * chances[i]));
        }
        return String.join(", ", parts);
    }
}
