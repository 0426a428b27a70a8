package io.tillflow.connectors.experiments;

import io.tillflow.models.experiment.Arm;
import io.tillflow.models.experiment.SampleRatio;
import io.tillflow.models.experiment.Sequential;
import io.tillflow.models.experiment.Sequential.Verdict;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of an experiment's groups at this moment, by a test that may be looked at as often as one likes.
 *
 * @param groups what is compared with first
 * @param ratio how likely numbers of units ever get this far from the shares by chance
 * @param needed units judged in all until a difference worth finding is found in four of five cases; none where nothing more is needed
 * @param best the group that does best, where that is clear
 */
record Findings(
        List<Group> groups,
        double ratio,
        Word word,
        @Nullable Long needed,
        @Nullable String best) {
    /** The normal approximation needs some of each. */
    static final int FEWEST = 100;

    private static final double ALARM = 0.001;
    private static final double ERROR = 0.05;

    /** What can be decided. */
    enum Word {
        /** The groups have not the sizes they should: nothing can be believed. */
        UNTRUSTWORTHY,
        TOO_FEW,
        OPEN,
        /** One does better than what is compared with, whatever chance did. */
        BETTER,
        /** What is compared with does better than all others. */
        WORSE,
        /** No difference that would matter. */
        ALIKE
    }

    /**
     * One group; a hold-out beside several arms is shown, but the word is about the arms.
     *
     * @param share of all units, now
     * @param expected units, as the shares were
     * @param low bounds of the difference to what is compared with; absent before there are enough
     */
    record Group(
            String arm,
            double share,
            long units,
            double expected,
            long judged,
            @Nullable Double mean,
            @Nullable Double difference,
            @Nullable Double low,
            @Nullable Double high) {
        boolean isSurelyBetter() {
            return low != null && low > 0;
        }

        boolean isSurelyWorse() {
            return high != null && high < 0;
        }
    }

    static Findings of(Experiment experiment, List<Exposures.Tally> tallies, List<Experiments.Shift> shifts) {
        Design design = experiment.design();
        Map<String, Arm> outcomes = new HashMap<>();
        Map<String, Long> units = new HashMap<>();
        Map<Integer, Long> perEpoch = new HashMap<>();
        for (Exposures.Tally tally : tallies) {
            outcomes.merge(tally.arm(), tally.outcomes(), Findings::sum);
            units.merge(tally.arm(), tally.units(), Long::sum);
            perEpoch.merge(tally.epoch(), tally.units(), Long::sum);
        }
        Arm base = outcomes.getOrDefault(design.compared(), Arm.EMPTY);
        List<Group> groups = design.groups().stream()
                .map(arm -> {
                    Arm came = outcomes.getOrDefault(arm, Arm.EMPTY);
                    Sizes sizes = new Sizes(
                            units.getOrDefault(arm, 0L),
                            shifts.stream()
                                    .mapToDouble(shift -> perEpoch.getOrDefault(shift.epoch(), 0L)
                                            * experiment.probability(arm, shift.shares()))
                                    .sum());
                    return group(experiment, arm, sizes, came, test(design, arm).compare(base, came));
                })
                .toList();
        double ratio = SampleRatio.pValue(
                groups.stream().mapToLong(Group::units).toArray(),
                units.isEmpty()
                        ? groups.stream().mapToDouble(Group::share).toArray()
                        : groups.stream().mapToDouble(Group::expected).toArray());
        List<Group> deciding =
                groups.stream().filter(group -> design.decides(group.arm())).toList();
        Word word = word(deciding, ratio, design.worthwhile());
        return new Findings(
                groups,
                ratio,
                word,
                word == Word.OPEN || word == Word.TOO_FEW ? needed(experiment, outcomes) : null,
                best(word, deciding));
    }

    /** Arms that are compared with one of them share the error; a hold-out has its own. */
    static Sequential test(Design design, String group) {
        boolean shared = design.decides(group) && design.arms().size() > 1;
        return new Sequential(
                design.worthwhile(), FEWEST, shared ? ERROR / (design.arms().size() - 1) : ERROR);
    }

    static Arm sum(Arm one, Arm other) {
        return new Arm(one.units() + other.units(), one.sum() + other.sum(), one.squares() + other.squares());
    }

    private record Sizes(long units, double expected) {}

    private static Group group(Experiment experiment, String arm, Sizes sizes, Arm outcomes, Verdict verdict) {
        boolean compared = arm.equals(experiment.design().compared());
        boolean said = !compared && Double.isFinite(verdict.low());
        return new Group(
                arm,
                experiment.probability(arm, experiment.shares()),
                sizes.units(),
                sizes.expected(),
                outcomes.units(),
                outcomes.units() == 0 ? null : outcomes.mean(),
                said ? verdict.difference() : null,
                said ? verdict.low() : null,
                said ? verdict.high() : null);
    }

    private static Word word(List<Group> groups, double ratio, double worthwhile) {
        List<Group> others = groups.stream().skip(1).toList();
        if (ratio < ALARM) {
            return Word.UNTRUSTWORTHY;
        }
        if (groups.stream().anyMatch(group -> group.share() > 0 && group.judged() < FEWEST)) {
            return Word.TOO_FEW;
        }
        if (others.stream().anyMatch(Group::isSurelyBetter)) {
            return Word.BETTER;
        }
        if (others.stream().allMatch(Group::isSurelyWorse)) {
            return Word.WORSE;
        }
        boolean alike = others.stream()
                .allMatch(group -> group.low() != null
                        && group.high() != null
                        && group.low() > -worthwhile
                        && group.high() < worthwhile);
        return alike ? Word.ALIKE : Word.OPEN;
    }

    private static @Nullable String best(Word word, List<Group> groups) {
        return switch (word) {
            case WORSE -> groups.getFirst().arm();
            case BETTER ->
                groups.stream()
                        .filter(Group::isSurelyBetter)
                        .max(Comparator.comparingDouble(group -> group.difference() == null ? 0 : group.difference()))
                        .map(Group::arm)
                        .orElse(null);
            case UNTRUSTWORTHY, TOO_FEW, OPEN, ALIKE -> null;
        };
    }

    private static Long needed(Experiment experiment, Map<String, Arm> outcomes) {
        Design design = experiment.design();
        String compared = design.compared();
        double first = experiment.probability(compared, experiment.shares());
        return design.groups().stream()
                .skip(1)
                .filter(design::decides)
                .map(arm -> {
                    double second = experiment.probability(arm, experiment.shares());
                    double both = first + second;
                    return first <= 0 || second <= 0
                            ? 0L
                            : (long) Math.ceil(test(design, arm)
                                            .unitsNeeded(
                                                    outcomes.getOrDefault(compared, Arm.EMPTY),
                                                    outcomes.getOrDefault(arm, Arm.EMPTY),
                                                    first / both)
                                    / both);
                })
                .collect(Collectors.maxBy(Long::compare))
                .orElse(0L);
    }
}
