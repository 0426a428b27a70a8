package io.tillflow.launcher.bench;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.remote.Studio;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Lets many instances of a small process of its own fail, and repairs all of them by one batch; they end by it. */
final class BulkRetry {

    private static final String PROCESS = "bench-bulk-retry";
    private static final int AT_ONCE = 16;
    private static final int PAGE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final StudioReader reader;
    private final Studio studio;
    private final int instances;
    private final String run = UUID.randomUUID().toString();
    private final Consumer<String> progress;

    BulkRetry(StudioReader reader, Studio studio, int instances, Consumer<String> progress) {
        this.reader = reader;
        this.studio = studio;
        this.instances = instances;
        this.progress = progress;
    }

    /**
     * What one batch took.
     *
     * @param nanos from the order until every instance has its result and history shows none failing any more
     * @param results of each instance, nanoseconds from the order to its result
     */
    record Took(long nanos, long[] results) {}

    Took measure() {
        deploy();
        progress.accept("starting " + instances + " instances that fail");
        start();
        until("every instance to have failed", () -> failing() >= instances);
        progress.accept("repairing them by one batch");
        long ordered = System.nanoTime();
        String batch = reader.post(
                        "/batches",
                        "{\"kind\":\"SET_VARIABLES\",\"filter\":\"process=" + PROCESS
                                + "&state=incident\",\"variables\":{\"ok\":true}}")
                .path("id")
                .asString();
        until(
                "the batch to be done",
                () -> reader.read("/batches/" + batch).path("state").asString().equals("DONE"));
        until("history to show it", () -> failing() == 0);
        long took = System.nanoTime() - ordered;
        JsonNode results = reader.read("/batches/" + batch).path("progress");
        if (results.path("refused").asInt() > 0) {
            throw new Trouble(
                    "The batch " + batch + " repaired " + results.path("done").asInt() + " instances, but "
                            + results.path("refused").asInt() + " were refused: see its page.");
        }
        return new Took(took, results(batch));
    }

    private long[] results(String batch) {
        Instant ordered =
                Instant.parse(reader.read("/batches/" + batch).path("orderedAt").asString());
        List<Long> nanos = new ArrayList<>();
        String next = "0";
        while (!next.isEmpty()) {
            JsonNode page = reader.read("/batches/" + batch + "/items?limit=" + PAGE + "&after=" + next);
            page.path("items")
                    .forEach(it -> nanos.add(Duration.between(
                                    ordered, Instant.parse(it.path("at").asString()))
                            .toNanos()));
            next = page.path("next").asString("");
        }
        if (nanos.size() != instances) {
            throw new Trouble("The batch " + batch + " was about " + nanos.size() + " instances instead of " + instances
                    + ": some of an earlier run still fail. Cancel those of " + PROCESS + " and try again.");
        }
        return nanos.stream().mapToLong(Long::longValue).toArray();
    }

    private long failing() {
        return reader.read("/instances/count?state=incident&process=" + PROCESS)
                .path("count")
                .asLong();
    }

    private void deploy() {
        try (InputStream model = Objects.requireNonNull(BulkRetry.class.getResourceAsStream("bulk-retry.bpmn"))) {
            Path file = Files.createTempDirectory("tillflow-bench").resolve(PROCESS + ".bpmn");
            Files.copy(model, file);
            Studio.Answer answer = studio.deploy(List.of(file), false, false);
            Files.delete(file);
            Files.delete(Objects.requireNonNull(file.getParent()));
            if (!answer.accepted()) {
                throw new Trouble("The studio did not deploy the process to fail: " + answer.document());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() {
        try (ExecutorService starters = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<JsonNode>> started = new ArrayList<>();
            for (int i = 0; i < instances; i++) {
                started.add(starters.submit(() -> reader.post(
                        "/instances", "{\"process\":\"" + PROCESS + "\",\"variables\":{\"run\":\"" + run + "\"}}")));
            }
            for (Future<JsonNode> one : started) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Trouble trouble ? trouble : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Trouble.notReachable("Interrupted while starting instances.");
        }
    }

    private static void until(String what, BooleanSupplier holds) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                throw new Trouble("Waited " + PATIENCE.toMinutes() + " minutes for " + what + ", in vain.");
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }
}
