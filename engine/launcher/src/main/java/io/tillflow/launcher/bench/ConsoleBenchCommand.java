package io.tillflow.launcher.bench;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.cli.Copy;
import io.tillflow.launcher.cli.CopyOptions;
import io.tillflow.launcher.cli.Json;
import io.tillflow.launcher.remote.Studio;
import io.tillflow.launcher.suite.Endpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tillflow bench console}: lists, searches, counts and pages of the studio over HTTP, with filters drawn from a seed. */
@Command(
        name = "console",
        description = {
            "Asks the studio for lists, searches, counts, overviews and instances, one request after another.",
            "Exit code 0: every 95th percentile is within its goal. Fill the history first: tillflow demo --history N."
        },
        mixinStandardHelpOptions = true)
final class ConsoleBenchCommand implements Callable<Integer> {

    /** The studio counts no further. */
    private static final int MOST = 10_000;

    @Mixin
    private CopyOptions copy = new CopyOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Draws the filters (default: ${DEFAULT-VALUE}).",
            defaultValue = "7")
    private long seed;

    @Option(
            names = "--requests",
            paramLabel = "N",
            description = "How often each question is asked (default: ${DEFAULT-VALUE}).",
            defaultValue = "60")
    private int requests;

    @Option(
            names = "--bulk",
            paramLabel = "N",
            description = "So many instances fail and are repaired by one batch (default: ${DEFAULT-VALUE}; 0: none).",
            defaultValue = "10000")
    private int bulk;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        if (requests < 1) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--requests must be at least 1, was " + requests + ".");
        }
        if (bulk < 0 || bulk > MOST) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--bulk must be between 0 and " + MOST + ", was " + bulk + ".");
        }
        Copy suite = Copy.of(copy);
        Endpoints endpoints = suite.reach();
        try (StudioReader studio = new StudioReader(endpoints.studio(), endpoints.cliToken())) {
            ConsoleFacts facts = ConsoleFacts.read(studio, new Random(seed));
            if (facts.samples().isEmpty()) {
                throw new Trouble("The history holds no instance: fill it with tillflow demo --history 100000.");
            }
            BenchMemory memory = new BenchMemory(suite.folders().data().resolve("bench/console.json"));
            List<AnswerTimes> lines = new ConsoleBench(studio, facts, seed, requests, memory.before(facts.instances()))
                    .run(line -> System.err.println(line.text()));
            lines = new ArrayList<>(lines);
            if (bulk > 0) {
                BulkRetry.Took took = new BulkRetry(
                                studio, new Studio(endpoints.studio(), endpoints.cliToken()), bulk, System.err::println)
                        .measure();
                lines.add(AnswerTimes.once("bulk retry of " + bulk + " instances", took.nanos(), took.results()));
                System.err.println(lines.getLast().text());
            }
            memory.keep(facts.instances(), lines);
            BenchReport report = new BenchReport(Machine.describe(), facts.instances(), seed, lines);
            if (json) {
                Json.print(System.out, report);
            } else {
                System.out.printf(
                        Locale.ROOT, "%,d instances in history, on %s%n", report.instances(), report.machine());
                lines.forEach(line -> System.out.println(line.text()));
            }
            return report.ok() ? 0 : 1;
        }
    }
}
