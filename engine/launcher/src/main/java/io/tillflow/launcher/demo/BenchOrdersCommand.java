package io.tillflow.launcher.demo;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.bench.BenchLine;
import io.tillflow.launcher.cli.Copy;
import io.tillflow.launcher.cli.CopyOptions;
import io.tillflow.launcher.cli.Json;
import io.tillflow.launcher.demo.OrderLoad.Measured;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tillflow bench orders}: how fast orders run through the whole suite, and how soon one sees it. */
@Command(
        name = "orders",
        description = {
            "Lets shoppers buy at a steady rate and then in a burst, and tells how long confirmations take, how soon history shows",
            "what the broker did, and when a burst is through. Exit code 0: within every goal."
        },
        mixinStandardHelpOptions = true)
public final class BenchOrdersCommand implements Callable<Integer> {
    private static final double SUSTAINED_GOAL = 15;
    private static final double VISIBLE_GOAL = 1000;
    private static final double CONFIRMED_GOAL = 300;

    @Mixin
    private CopyOptions copy = new CopyOptions();

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "20",
            description = "Steady orders a second (default: 20).")
    private double rate;

    @Option(
            names = "--burst",
            paramLabel = "R",
            defaultValue = "40",
            description = "Orders a second in the burst (default: 40).")
    private double burst;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "60",
            description = "How long each lasts (default: 60).")
    private int seconds;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "7", description = "Draws who buys what (default: 7).")
    private long seed;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException, SQLException {
        if (rate <= 0 || rate > 200 || burst <= 0 || burst > 200 || seconds < 1 || seconds > 600) {
            throw new Trouble("Use --rate and --burst above 0 and at most 200, --seconds 1 to 600.");
        }
        OrderLoad load = new OrderLoad(Copy.of(copy).reach(), Clock.systemUTC());
        System.err.println("warming up");
        load.run(rate, 10, seed);
        System.err.println("steady: " + rate + " orders a second for " + seconds + " s");
        Measured steady = load.run(rate, seconds, seed + 1);
        System.err.printf(
                Locale.ROOT,
                "  %d of %d accepted, %.1f orders a second end to end, drained after %.0f s%n",
                steady.accepted(),
                steady.wanted(),
                steady.perSecond(),
                steady.drainSeconds());
        System.err.println("burst: " + burst + " orders a second for " + seconds + " s");
        Measured rush = load.run(burst, seconds, seed + 2);

        List<BenchLine> lines = new ArrayList<>();
        lines.add(BenchLine.atLeast("confirmed, steady", "%", steady.confirmedShare() * 100, steady.wanted(), 100));
        lines.add(percentile("paid to confirmed p50, steady", steady.confirmedMillis(), 50, CONFIRMED_GOAL));
        lines.add(percentile("paid to confirmed p99, steady", steady.confirmedMillis(), 99, Double.NaN));
        lines.add(percentile("visible in history p50, steady", steady.visibleMillis(), 50, Double.NaN));
        lines.add(percentile("visible in history p99, steady", steady.visibleMillis(), 99, VISIBLE_GOAL));
        lines.add(BenchLine.atLeast("accepted of the burst", "%", rush.acceptedShare() * 100, rush.wanted(), 100));
        lines.add(BenchLine.atLeast("confirmed of the burst", "%", rush.confirmedShare() * 100, rush.wanted(), 100));
        lines.add(BenchLine.atLeast(
                "end to end through the burst", "orders/s", rush.perSecond(), rush.wanted(), SUSTAINED_GOAL));
        lines.add(BenchLine.plain("drained after the burst's last order", "s", rush.drainSeconds(), rush.wanted()));
        boolean ok = steady.acceptedShare() == 1 && lines.stream().allMatch(BenchLine::ok);
        print(lines, ok);
        return ok ? 0 : 1;
    }

    private void print(List<BenchLine> lines, boolean ok) {
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("ok", ok);
            document.put("machine", BenchLine.machine());
            document.put("lines", lines.stream().map(BenchLine::document).toList());
            Json.print(System.out, document);
        } else {
            lines.forEach(line -> System.out.println(line.text()));
        }
    }

    private static BenchLine percentile(String name, List<Long> sorted, int percent, double goal) {
        double value = Percentile.of(sorted.stream().mapToLong(Long::longValue).toArray(), percent);
        return Double.isNaN(goal)
                ? BenchLine.plain(name, "ms", value, sorted.size())
                : BenchLine.atMost(name, "ms", value, sorted.size(), goal);
    }
}
