package io.tillflow.launcher.bench;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.cli.Json;
import io.tillflow.launcher.models.ModelsJvm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code tillflow bench models}: trains the shop's models on a large made-up shop and asks them; no running suite is needed. */
@Command(
        name = "models",
        description = {
            "Makes up a large shop from a seed, trains each model that lives in a shop as its trainings do (fit, tried out, kept),",
            "and asks it about single cases. Tells seconds, the most memory the program had, and the 99th percentile of an answer.",
            "Exit code 0: all within the goals."
        },
        mixinStandardHelpOptions = true)
final class BenchModelsCommand implements Callable<Integer> {
    private static final List<String> MODELS = List.of("recommendation", "customer-value", "fraud", "demand", "price");
    /** Beside the heap a JVM needs some for itself; both together stay below the goal. */
    private static final List<String> LIMITS = List.of("-Xmx1500m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=2");

    private static final double SECONDS = 300;
    private static final double MEGABYTES = 2048;
    private static final double ANSWER_MS = 5;
    private static final double MEGA = 1 << 20;

    @Option(
            names = "--orders",
            paramLabel = "N",
            description = "How many orders (default: ${DEFAULT-VALUE}).",
            defaultValue = "1000000")
    private int orders;

    @Option(
            names = "--products",
            paramLabel = "N",
            description = "How many products (default: ${DEFAULT-VALUE}).",
            defaultValue = "10000")
    private int products;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Makes the shop up (default: ${DEFAULT-VALUE}).",
            defaultValue = "7")
    private int seed;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (orders < 1000 || orders > 5_000_000 || products < 100 || products > 100_000) {
            throw new Trouble("Use --orders 1000 to 5000000, --products 100 to 100000.");
        }
        List<BenchLine> lines = new ArrayList<>();
        for (String model : MODELS) {
            System.err.println(model + ": making up " + orders + " orders, then training");
            lines.addAll(lines(JsonMapper.shared().readTree(ModelsJvm.answer(LIMITS, words(model)))));
        }
        boolean ok = lines.stream().allMatch(BenchLine::ok);
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("machine", Machine.describe());
            document.put("orders", orders);
            document.put("products", products);
            document.put("seed", seed);
            document.put("ok", ok);
            document.put("lines", lines.stream().map(BenchLine::document).toList());
            Json.print(System.out, document);
        } else {
            lines.forEach(line -> System.out.println(line.text()));
        }
        return ok ? 0 : 1;
    }

    private List<String> words(String model) {
        return List.of("bench", model, "--orders", "" + orders, "--products", "" + products, "--seed", "" + seed);
    }

    private static List<BenchLine> lines(JsonNode measured) {
        String model = measured.path("model").asString();
        int rows = measured.path("rows").asInt();
        int asked = measured.path("asked").asInt();
        return List.of(
                BenchLine.atMost(
                        model + " training", "s", measured.path("seconds").asDouble(), rows, SECONDS),
                BenchLine.atMost(
                        model + " peak memory", "MB", measured.path("peakBytes").asDouble() / MEGA, rows, MEGABYTES),
                BenchLine.atMost(
                        model + " answer p99", "ms", measured.path("p99Ms").asDouble(), asked, ANSWER_MS),
                BenchLine.plain(
                        model + " answer p50", "ms", measured.path("p50Ms").asDouble(), asked));
    }
}
