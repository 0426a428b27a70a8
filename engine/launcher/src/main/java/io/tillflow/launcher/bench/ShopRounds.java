package io.tillflow.launcher.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the rounds came to, each figure the median over its rounds.
 *
 * @param unknown pages for somebody of whom nothing is known
 * @param known the same pages for visitors who agreed and looked at products
 * @param bare the yardstick
 */
record ShopRounds(List<Load.Round> unknown, List<Load.Round> known, List<Load.Round> bare) {
    private static final double GOAL = 50;
    private static final double ROWS_GOAL = 5;

    int failed() {
        return unknown.stream().mapToInt(Load.Round::failed).sum()
                + known.stream().mapToInt(Load.Round::failed).sum();
    }

    /** @param firstPages what the rows of visits' first pages took, sorted */
    List<BenchLine> lines(List<Double> firstPages) {
        List<BenchLine> lines = new ArrayList<>();
        lines.add(pages("pages p99", unknown, 99));
        lines.add(pages("pages p50", unknown, 50));
        lines.add(pages("pages with personal rows p99", known, 99));
        lines.add(pages("pages with personal rows p50", known, 50));
        lines.add(difference(99));
        lines.add(difference(50));
        lines.add(rows("added by personal rows, p99", 99));
        lines.add(rows("added by personal rows, p50", 50));
        lines.add(BenchLine.plain(
                "of a visit's first page, looked up, p50", "ms", middle(firstPages), firstPages.size()));
        return lines;
    }

    private BenchLine pages(String name, List<Load.Round> rounds, int p) {
        List<Double> ours = sorted(rounds, round -> round.percentile(p));
        List<Double> theirs = sorted(bare, round -> round.percentile(p));
        return BenchLine.atMost(name, "ms", middle(ours), ours.size(), GOAL)
                .beside(new BenchLine.Beside(middle(theirs), ours.getFirst(), ours.getLast()));
    }

    /** What the shop itself took for them, which no other work of the client or of the network is in. */
    private BenchLine rows(String name, int p) {
        List<Double> ours = sorted(known, round -> round.rows(p));
        List<Double> theirs = sorted(unknown, round -> round.rows(p));
        return BenchLine.atMost(name, "ms", middle(ours), ours.size(), ROWS_GOAL)
                .beside(new BenchLine.Beside(middle(theirs), ours.getFirst(), ours.getLast()));
    }

    /** Of answers as a whole, round by round; of two slow ends it is little more than a hint. */
    private BenchLine difference(int p) {
        List<Double> differences = new ArrayList<>();
        for (int n = 0; n < known.size(); n++) {
            differences.add(known.get(n).percentile(p) - unknown.get(n).percentile(p));
        }
        differences.sort(null);
        return BenchLine.plain("answers take longer by, p" + p, "ms", middle(differences), differences.size())
                .beside(new BenchLine.Beside(Double.NaN, differences.getFirst(), differences.getLast()));
    }

    private static List<Double> sorted(List<Load.Round> rounds, ToDoubleFunction<Load.Round> figure) {
        return rounds.stream().map(figure::applyAsDouble).sorted().toList();
    }

    private static double middle(List<Double> sorted) {
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }
}
