package io.tillflow.models.tuning;

import io.tillflow.models.measure.Ranking;
import io.tillflow.models.tuning.Proposal.CellChange;
import io.tillflow.rules.DecisionFailed;
import io.tillflow.rules.Decisions;
import io.tillflow.rules.TableCheck;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeSet;

/**
 * Looks for a bound that would have paid more. A bound is chosen on the earlier half of the cases and its gain measured on the
 * later half, so that luck in choosing is not sold as gain; only a gain that is above zero with 95 % probability is proposed,
 * and nothing is ever changed here.
 */
public final class ThresholdTuning {
    private static final int FEWEST_CASES = 200;
    private static final int TRIED = 12;
    private static final int RESAMPLES = 500;
    private final IdentityHashMap<PastCase, Double> worthNow = new IdentityHashMap<>();
    private final Decisions now;
    private final String decisionId;
    private final TableText table;

    public ThresholdTuning(byte[] dmn, String decisionId) {
        this.now = Decisions.of(decisionId, dmn);
        this.decisionId = decisionId;
        this.table = new TableText(dmn, decisionId);
    }

    /** The best proposal for each bound that could be better, most gain first; none when there are too few cases. */
    public List<Proposal> propose(List<PastCase> inOrderOfTime) {
        if (inOrderOfTime.size() < FEWEST_CASES) {
            return List.of();
        }
        List<PastCase> earlier = inOrderOfTime.subList(0, inOrderOfTime.size() / 2);
        List<PastCase> later = inOrderOfTime.subList(inOrderOfTime.size() / 2, inOrderOfTime.size());
        List<Proposal> proposals = new ArrayList<>();
        for (Bound bound : table.bounds()) {
            best(bound, earlier)
                    .map(to -> judged(bound, to, later))
                    .filter(proposal -> proposal.low() > 0)
                    .ifPresent(proposals::add);
        }
        proposals.sort(Comparator.comparingDouble(proposal -> -proposal.gain()));
        return proposals;
    }

    /** Whether a bound opens a gap is asked of the engine fact by fact, so only of those that would have paid, the best first. */
    private Optional<BigDecimal> best(Bound bound, List<PastCase> cases) {
        Map<BigDecimal, Double> paid = new LinkedHashMap<>();
        candidates(bound, cases).forEach(to -> gain(bound, to, cases).ifPresent(gain -> paid.put(to, gain)));
        return paid.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .sorted(Map.Entry.<BigDecimal, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .filter(to -> isSound(bound, to))
                .findFirst();
    }

    /** Nothing where two rules fit a case at once. */
    private OptionalDouble gain(Bound bound, BigDecimal to, List<PastCase> cases) {
        try {
            return OptionalDouble.of(total(gains(bound, to, cases)));
        } catch (DecisionFailed overlap) {
            return OptionalDouble.empty();
        }
    }

    /** Evenly among the values that occurred, as precise as the bound is. */
    private List<BigDecimal> candidates(Bound bound, List<PastCase> cases) {
        double[] values = cases.stream()
                .mapToDouble(c -> c.number(bound.path()))
                .filter(Double::isFinite)
                .toArray();
        TreeSet<BigDecimal> candidates = new TreeSet<>();
        for (int i = 1; i < TRIED && values.length > 0; i++) {
            candidates.add(BigDecimal.valueOf(Ranking.quantile(values, (double) i / TRIED))
                    .setScale(Math.max(0, bound.value().scale()), RoundingMode.HALF_UP));
        }
        candidates.remove(bound.value());
        return List.copyOf(candidates);
    }

    private boolean isSound(Bound bound, BigDecimal to) {
        return TableCheck.of(decisionId, table.with(bound, to, new ArrayList<>()), 1).stream()
                .allMatch(finding -> finding.kind() == TableCheck.Kind.NOT_CHECKED);
    }

    /** Of each case; one whose value lies on the same side of both bounds is decided as before. */
    private double[] gains(Bound bound, BigDecimal to, List<PastCase> cases) {
        Decisions then = Decisions.of(decisionId, table.with(bound, to, new ArrayList<>()));
        double low = to.min(bound.value()).doubleValue();
        double high = to.max(bound.value()).doubleValue();
        double[] gains = new double[cases.size()];
        for (int i = 0; i < gains.length; i++) {
            PastCase past = cases.get(i);
            double value = past.number(bound.path());
            if (value >= low && value <= high) {
                gains[i] = past.worth().of(then.evaluate(decisionId, TableCheck.nested(past.facts())))
                        - worthNow.computeIfAbsent(past, this::worthNow);
            }
        }
        return gains;
    }

    private double worthNow(PastCase past) {
        return past.worth().of(now.evaluate(decisionId, TableCheck.nested(past.facts())));
    }

    private static double total(double[] gains) {
        return java.util.Arrays.stream(gains).sum();
    }

    private Proposal judged(Bound bound, BigDecimal to, List<PastCase> later) {
        double[] gains = gains(bound, to, later);
        Random random = new Random(1);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            means[i] = random.ints(gains.length, 0, gains.length)
                    .mapToDouble(k -> gains[k])
                    .average()
                    .orElse(0);
        }
        List<CellChange> changes = new ArrayList<>();
        byte[] changed = table.with(bound, to, changes);
        return new Proposal(
                decisionId,
                bound.path(),
                bound.value(),
                to,
                changes,
                total(gains) / gains.length,
                Ranking.quantile(means, 0.05),
                Ranking.quantile(means, 0.95),
                (int) java.util.Arrays.stream(gains).filter(gain -> gain != 0).count(),
                changed);
    }
}
