package io.tillflow.launcher.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What there is to ask for, as found through the same addresses that are measured.
 *
 * @param instances how many history holds
 * @param from when the first of them started, about
 */
record ConsoleFacts(
        long instances, List<String> processes, List<Sample> samples, List<String> elements, Instant from, Instant to) {

    private static final int SPOTS = 60;
    private static final int NEARBY = 20;

    /** An instance that exists. */
    record Sample(String key, String processId, int version, String order) {}

    static ConsoleFacts read(StudioReader studio, Random random) {
        JsonNode overview = studio.read("/processes");
        List<String> processes = new ArrayList<>();
        overview.path("items").forEach(it -> processes.add(it.path("processId").asString()));
        long instances = overview.path("instances").asLong();
        Instant from = Instant.parse(overview.path("from").asString());
        Instant to = Instant.parse(overview.path("to").asString());
        List<Sample> samples = new ArrayList<>();
        Set<String> elements = new LinkedHashSet<>();
        long span = Math.max(1, Duration.between(from, to).toMillis());
        for (int i = 0; i < SPOTS; i++) {
            Instant before = to.minusMillis((long) (random.nextDouble() * span));
            studio.read("/instances?limit=" + NEARBY + "&to=" + before)
                    .path("items")
                    .forEach(it -> {
                        JsonNode instance = it.path("instance");
                        samples.add(new Sample(
                                instance.path("key").asString(),
                                instance.path("processId").asString(),
                                instance.path("version").asInt(),
                                instance.path("businessKey").asString("")));
                        it.path("places")
                                .forEach(place ->
                                        elements.add(place.path("elementId").asString()));
                    });
        }
        studio.read("/instances?state=open&limit=200")
                .path("items")
                .forEach(it -> it.path("places")
                        .forEach(place -> elements.add(place.path("elementId").asString())));
        return new ConsoleFacts(instances, processes, samples, List.copyOf(elements), from, to);
    }
}
