package io.tillflow.models.cli;

import io.tillflow.models.Fit;
import io.tillflow.models.ModelFile;
import io.tillflow.models.Predictors;
import io.tillflow.models.Terms;
import io.tillflow.models.life.Trained;
import io.tillflow.models.life.Trial;
import io.tillflow.models.measure.Stopwatch;
import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Source;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trains one of the shop's models as its trainings do on a large made-up shop, then asks it about single cases. The answer is one JSON
 * document; making the shop up is not counted.
 */
final class Benchmark {
    private static final int ASKED = 20_000;
    private static final int WARM_UP = 5_000;

    @SuppressWarnings("UnusedVariable") // what is asked for must be used, or it would not be computed
    private static volatile int used;

    private Benchmark() {}

    /**
     * What was measured.
     *
     * @param rows of the made-up file
     * @param seconds from the file to a model that was tried out and kept
     * @param peakBytes the most memory this program ever had
     * @param p99Ms of asking about one case
     */
    record Measured(
            String model,
            int rows,
            int learnedFrom,
            double seconds,
            long peakBytes,
            int asked,
            double p50Ms,
            double p99Ms,
            double maxMs,
            Trial trial) {}

    static boolean run(Arguments arguments, PrintStream out) throws IOException {
        MadeUpOrders shop = new MadeUpOrders(
                arguments.number("--orders", 1_000_000),
                arguments.number("--products", 10_000),
                arguments.number("--seed", 7));
        Trained<?> recipe = Predictors.trained(arguments.onlyName("model"));
        Path folder = Files.createTempDirectory("bench");
        try {
            Path data = folder.resolve("orders");
            switch (recipe.name()) {
                case "recommendation" -> shop.writeBaskets(data);
                case "fraud" -> shop.writeRisks(data);
                case "demand" -> shop.writeDays(data);
                case "price" -> shop.writeOffers(data);
                default -> shop.writePurchases(data);
            }
            out.println(JsonMapper.shared().writeValueAsString(measure(recipe, data)));
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        return true;
    }

    private static <M> Measured measure(Trained<M> recipe, Path file) throws IOException {
        Source data = new Source(file);
        Path kept = file.resolveSibling("model");
        Stopwatch watch = new Stopwatch();
        Fit.Fitted<M> fitted = switch (recipe.fit(data, Terms.USUAL)) {
            case Fit.TooLittle<M> none -> throw new BadData(none.reason());
            case Fit.Fitted<M> found -> found;
        };
        Trial trial = recipe.tryOut(data, Optional.empty(), 0);
        Fitting.keep(kept, recipe.write(fitted.model()));
        double seconds = watch.seconds();
        M model = recipe.read(ModelFile.read(kept));
        double[] times = asked(recipe.questions(model, data, ASKED));
        return new Measured(
                recipe.name(),
                rows(file),
                fitted.rows(),
                seconds,
                peak(),
                times.length,
                times[times.length / 2],
                times[(int) (times.length * 0.99)],
                times[times.length - 1],
                trial);
    }

    private static double[] asked(List<Supplier<?>> questions) {
        questions.stream()
                .limit(WARM_UP)
                .forEach(question -> used = question.get().hashCode());
        double[] times = new double[questions.size()];
        for (int i = 0; i < times.length; i++) {
            long begun = System.nanoTime();
            used = questions.get(i).get().hashCode();
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private static int rows(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.count();
        }
    }

    /** All of it as the operating system counts it; where it does not say, what the heap holds. */
    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        }
        return Runtime.getRuntime().totalMemory();
    }
}
