package io.tillflow.launcher.bench;

import io.tillflow.launcher.bench.ConsoleFacts.Sample;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks every question of the console again and again, each time with other values. */
final class ConsoleBench {

    /** What an operator does not wait for. */
    private static final double GOAL = 150;

    private static final int WARM_UP = 8;
    private static final int SHORTEST_PREFIX = 3;

    private final StudioReader studio;
    private final ConsoleFacts facts;
    private final Random random;
    private final int requests;
    private final Map<String, Double> smaller;

    ConsoleBench(StudioReader studio, ConsoleFacts facts, long seed, int requests, Map<String, Double> smaller) {
        this.studio = studio;
        this.facts = facts;
        this.random = new Random(seed);
        this.requests = requests;
        this.smaller = smaller;
    }

    List<AnswerTimes> run(Consumer<AnswerTimes> measured) {
        List<AnswerTimes> lines = new ArrayList<>();
        questions().forEach((name, question) -> {
            for (int i = 0; i < WARM_UP; i++) {
                studio.time(question.get());
            }
            long[] nanos = new long[requests];
            for (int i = 0; i < requests; i++) {
                nanos[i] = studio.time(question.get());
            }
            AnswerTimes line = AnswerTimes.of(name, nanos, GOAL, smaller.get(name));
            lines.add(line);
            measured.accept(line);
        });
        return lines;
    }

    private Map<String, Supplier<String>> questions() {
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        all.put("list of open, most late first", () -> list("state=open"));
        all.put("list of open, newest first", () -> list("state=open&order=newest"));
        all.put("list of everything", () -> list("state="));
        all.put("list by process", () -> list("process=" + process()));
        all.put(
                "list by process and version",
                () -> list("process=" + any().processId() + "&version=" + any().version()));
        all.put(
                "list by state",
                () -> list("state=" + one(List.of("running", "waiting", "incident", "completed", "cancelled"))));
        all.put("list by element it waits at", () -> list("element=" + element()));
        all.put("list by time range", () -> list(time()));
        all.put("list by process, state and time", () -> list("process=" + process() + "&state=completed&" + time()));
        all.put("list by incident text", () -> list("incident=" + one(List.of("timed%20out", "provider", "refused"))));
        all.put("list by variable", () -> list("var=" + encoded(variable())));
        all.put("next page", this::nextPage);
        all.put("search by order number", () -> list("q=" + encoded(any().order())));
        all.put("search by start of order number", () -> list("q=" + encoded(prefix())));
        all.put("search by instance key", () -> list("q=" + any().key()));
        all.put("search within open", () -> list("state=open&q=" + encoded(prefix())));
        all.put("count of open", () -> "/instances/count?state=open");
        all.put(
                "count by state",
                () -> "/instances/count?state=" + one(List.of("waiting", "incident", "completed", "cancelled")));
        all.put("count by process and time", () -> "/instances/count?process=" + process() + "&" + time());
        all.put("count by start of order number", () -> "/instances/count?q=" + encoded(prefix()));
        all.put("instance page", () -> "/instances/" + any().key() + "/page");
        all.put("open tasks", () -> "/tasks");
        all.put("open incidents", () -> "/incidents");
        all.put("overview of processes", () -> "/processes");
        all.put("versions of processes", () -> "/processes/versions");
        all.put("silent stalls", () -> "/stalls");
        all.put("backlogs of workers", () -> "/backlogs");
        all.put("heat map of a version", this::heatMap);
        return all;
    }

    private String heatMap() {
        Sample version = any();
        return "/processes/" + version.processId() + "/heatmap?version=" + version.version();
    }

    private static String list(String filter) {
        return "/instances?limit=25&" + filter;
    }

    private String nextPage() {
        String filter = one(List.of("state=open", "state=", "process=" + process()));
        String next = studio.read(list(filter)).path("next").asString("");
        return next.isEmpty() ? list(filter) : list(filter) + "&after=" + encoded(next);
    }

    private String variable() {
        return one(List.of(
                "order.country=AT",
                "risk=review",
                "order.total>" + (2_000 + random.nextInt(20_000)),
                "order.express=true",
                "promise.carrier~swi",
                "order.customerId=c-" + String.format("%06d", random.nextInt(2_000))));
    }

    private String time() {
        long span = Math.max(1, Duration.between(facts.from(), facts.to()).toMillis());
        Instant from = facts.from().plusMillis((long) (random.nextDouble() * span));
        Instant to = from.plus(Duration.ofHours(1 + random.nextInt(24 * 30)));
        return "from=" + from + "&to=" + to;
    }

    private String prefix() {
        String order = any().order();
        return order.length() <= SHORTEST_PREFIX
                ? order
                : order.substring(0, SHORTEST_PREFIX + random.nextInt(order.length() - SHORTEST_PREFIX));
    }

    private String process() {
        return one(facts.processes());
    }

    private String element() {
        return facts.elements().isEmpty() ? "none" : one(facts.elements());
    }

    private Sample any() {
        return one(facts.samples());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
