package io.tillflow.launcher.bench;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.bench.lighthouse.BrowserKit;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser saw, one entry a visit; the first, which is not counted, is left out.
 *
 * @param large milliseconds from the beginning of the navigation until the large model is there to be drawn on
 * @param small the same of the small one
 * @param rest frames a second while nobody does anything
 */
record DesignerVisits(
        List<Double> large, List<Double> small, List<Double> rest, List<Double> panning, List<Double> zooming) {

    static final String USER = "admin";

    private static final double OPENS_MS = 2000;
    private static final double OF_REST = 0.95;
    private static final Duration A_VISIT = Duration.ofMinutes(2);
    private static final String SCRIPT = "designer.mjs";

    /** The studio, and who looks at it. */
    record Visitor(URI studio, String password) {
        @Override
        public String toString() {
            return "Visitor[studio=" + studio + "]";
        }
    }

    static DesignerVisits make(BrowserKit kit, Visitor visitor, MadeUpModel large, MadeUpModel small, int runs)
            throws IOException, InterruptedException {
        Path script = kit.folder().resolve(SCRIPT);
        try (InputStream known = Objects.requireNonNull(DesignerVisits.class.getResourceAsStream(SCRIPT))) {
            Files.write(script, known.readAllBytes());
        }
        Path answer = kit.folder().resolve("designer.json");
        Process program = new ProcessBuilder(kit.node().toString(), script.toString())
                .directory(kit.folder().toFile())
                .redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("studio", visitor.studio().toString());
        wish.put("user", USER);
        wish.put("password", visitor.password());
        wish.put("browser", kit.browser().toString());
        wish.put("flags", kit.flags());
        wish.put("runs", runs);
        wish.put("large", wish(large));
        wish.put("small", wish(small));
        try (OutputStream words = program.getOutputStream()) {
            words.write(JsonMapper.shared().writeValueAsBytes(wish));
        }
        if (BrowserKit.ended(program, A_VISIT.multipliedBy(runs + 2L)) != 0) {
            throw new Trouble("The browser did not measure the designer to the end: what stopped it is said above.");
        }
        return read(Files.readString(answer));
    }

    private static Map<String, Object> wish(MadeUpModel model) {
        return Map.of("path", "/models/" + model.id(), "shapes", model.shapes(), "edges", model.edges());
    }

    static DesignerVisits read(String answer) {
        JsonNode read;
        try {
            read = JsonMapper.shared().readTree(answer);
        } catch (JacksonException e) {
            throw new Trouble("Expected figures from the browser, but it said: " + answer, e);
        }
        if (read.has("trouble")) {
            throw new Trouble(sentence(read));
        }
        return new DesignerVisits(
                figures(read, "large"),
                figures(read, "small"),
                figures(read, "rest"),
                figures(read, "panning"),
                figures(read, "zooming"));
    }

    private static String sentence(JsonNode read) {
        return switch (read.path("trouble").asString()) {
            case "refused" ->
                "The studio does not let " + USER
                        + " in with this password: set TILLFLOW_ADMIN_PASSWORD to the one in use and try again.";
            case "locked" ->
                "The studio lets " + USER + " try again only in "
                        + read.path("seconds").asString()
                        + " s, after too many wrong passwords: wait, and set TILLFLOW_ADMIN_PASSWORD to the one in use.";
            case "away" -> "The studio cannot reach its database: see tillflow status.";
            default -> read.path("trouble").asString();
        };
    }

    private static List<Double> figures(JsonNode read, String name) {
        List<Double> figures = StreamSupport.stream(read.path(name).spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
        if (figures.isEmpty()) {
            throw new Trouble("Expected figures of \"" + name + "\" from the browser, but it said: " + read);
        }
        return figures;
    }

    List<BenchLine> lines(int elements) {
        double still = median(rest);
        return List.of(
                BenchLine.atMost("opens, " + elements + " elements", "ms", median(large), large.size(), OPENS_MS)
                        .beside(beside(median(small), large)),
                BenchLine.plain("frames a second, at rest", "frames/s", still, rest.size())
                        .beside(beside(Double.NaN, rest)),
                frames("frames a second, panning", panning, still),
                frames("frames a second, zooming", zooming, still));
    }

    private static BenchLine frames(String name, List<Double> moving, double still) {
        return BenchLine.atLeast(name, "frames/s", median(moving), moving.size(), BenchLine.rounded(still * OF_REST))
                .beside(beside(still, moving));
    }

    private static BenchLine.Beside beside(double peer, List<Double> of) {
        return new BenchLine.Beside(
                peer,
                of.stream().mapToDouble(it -> it).min().orElseThrow(),
                of.stream().mapToDouble(it -> it).max().orElseThrow());
    }

    private static double median(List<Double> of) {
        List<Double> sorted = of.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
