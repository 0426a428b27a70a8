package io.tillflow.launcher.demo;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.cli.Copy;
import io.tillflow.launcher.cli.CopyOptions;
import io.tillflow.launcher.cli.Json;
import io.tillflow.launcher.demo.DemoOptions.Faults;
import io.tillflow.launcher.demo.suite.Suite;
import io.tillflow.launcher.demo.suite.Unreachable;
import io.tillflow.launcher.supervisor.RunFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tillflow demo}: real shoppers through the running suite, and whether everything that was meant to happen did. */
@Command(
        name = "demo",
        description = {
            "Sends shoppers through the running suite and compares what became of their orders.",
            "Exit code 0: as expected, nothing lost, nothing done twice. 1: not so; the report says why."
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    private static final int USUAL_CRASHES = 10;
    private static final int USUAL_ORDERS = 200;

    @Mixin
    private CopyOptions copy = new CopyOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--orders",
            paramLabel = "N",
            description = "How many shoppers come (default: 200; none with --history alone).")
    private @Nullable Integer orders;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "How many of them a second (default: ${DEFAULT-VALUE}).",
            defaultValue = "5")
    private double rate;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Draws who wants what (default: ${DEFAULT-VALUE}).",
            defaultValue = "7")
    private long seed;

    @Option(
            names = "--faults",
            paramLabel = "WHICH",
            description = {
                "connectors: meanwhile providers are slow, time out, answer 500 and 429, repeat and reorder webhooks,",
                "and the connectors' process dies between effects and completions."
            })
    private @Nullable String faults;

    @Option(
            names = "--shoppers",
            paramLabel = "N",
            description = "At most so many in the shop at once (default: no limit).")
    private @Nullable Integer shoppers;

    @Option(
            names = "--stock",
            paramLabel = "N",
            description = "Everybody wants one of the same article, of which there are N.")
    private @Nullable Integer stock;

    @Option(names = "--settle", description = "Restock, review, pay and deliver until nothing waits.")
    private boolean settle;

    @Option(names = "--dump", paramLabel = "DIR", description = "Write what the parts say as CSV files.")
    private @Nullable Path dump;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(
            names = "--kills",
            paramLabel = "N",
            description = "Meanwhile N times a part of the suite is killed and comes back: shop, connectors, broker.",
            defaultValue = "0")
    private int kills;

    @Option(
            names = "--crashes",
            paramLabel = "N",
            description = {
                "How often the connectors die between effects and completions",
                "(default: 10 with --faults connectors, else 0)."
            })
    private @Nullable Integer crashes;

    @Option(
            names = "--history",
            paramLabel = "N",
            description = "First add N made-up instances of the past year to the history, to see lists at that size."
                    + " No broker knows them, and verify history leaves them out.")
    private @Nullable Integer history;

    @Option(
            names = "--year",
            description = "First import a made-up year of past orders into the shop, as from another shop,"
                    + " for models to learn from; no orders are placed unless --orders is given, too.")
    private boolean year;

    @Option(
            names = "--customers",
            paramLabel = "N",
            description = "How many customers' year it was, ten orders each on average (default: ${DEFAULT-VALUE}).",
            defaultValue = "800")
    private int customers;

    @Override
    public Integer call() throws IOException, InterruptedException {
        DemoOptions options = options();
        Clock clock = Clock.systemUTC();
        if (year) {
            require(customers >= 1 && customers <= 5000, "--customers takes 1 to 5000.");
            PastYear past = new PastYear(Copy.of(copy).reach(), customers, seed, clock);
            if (orders == null && history == null) {
                return past.only(json, System.out);
            }
            past.write();
        }
        if (history != null) {
            require(history >= 1, "--history must be at least 1.");
            MadeUpPast past = new MadeUpPast(Copy.of(copy), history, seed);
            if (orders == null) {
                return past.only(json, System.out);
            }
            past.write();
        }
        try {
            Copy running = Copy.of(copy);
            Suite suite = SuiteAccess.of(running.reach());
            RunFile state = new RunFile(running.folders());
            int base = running.settings().ports().base();
            DemoReport report = new DemoRun(suite, () -> state.read(base), options, clock, progress(System.err)).run();
            if (json) {
                Json.print(System.out, report.document());
            } else {
                DemoText.print(System.out, report);
            }
            return report.holds() ? 0 : 1;
        } catch (Unreachable away) {
            throw Trouble.notReachable("The suite stopped answering: " + away.getMessage());
        }
    }

    private DemoOptions options() {
        int shoppersInAll = orders == null ? USUAL_ORDERS : orders;
        require(shoppersInAll >= 1, "--orders must be at least 1.");
        require(rate > 0 && rate <= 1000, "--rate must be above 0 and at most 1000 orders a second.");
        require(shoppers == null || shoppers >= 1, "--shoppers must be at least 1.");
        require(kills >= 0, "--kills cannot be below 0.");
        require(stock == null || stock >= 0, "--stock cannot be below 0.");
        return new DemoOptions(
                shoppersInAll,
                rate,
                seed,
                whichFaults(),
                Optional.ofNullable(shoppers).orElse(Integer.MAX_VALUE),
                Optional.ofNullable(stock).orElse(-1),
                settle,
                kills,
                crashes(),
                Optional.ofNullable(dump));
    }

    private int crashes() {
        int asked = Optional.ofNullable(crashes).orElse(faults == null ? 0 : USUAL_CRASHES);
        require(asked >= 0 && asked <= 1000, "--crashes takes 0 to 1000.");
        return asked;
    }

    private Faults whichFaults() {
        if (faults == null) {
            return Faults.NONE;
        }
        require(!faults.equals("all"), "--faults all is not available yet: use --faults connectors.");
        require(faults.equals("connectors"), "--faults takes connectors, not \"" + faults + "\".");
        return Faults.CONNECTORS;
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            CommandLine command = Objects.requireNonNull(spec).commandLine();
            throw new ParameterException(command, sentence);
        }
    }

    private static Consumer<String> progress(PrintStream err) {
        long started = System.nanoTime();
        return line -> {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
            err.printf(Locale.ROOT, "%6.1f s  %s%n", elapsed.toMillis() / 1000.0, line);
        };
    }
}
