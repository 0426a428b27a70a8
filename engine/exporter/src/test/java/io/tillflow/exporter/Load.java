package io.tillflow.exporter;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Starts instances as fast as the broker takes them, and works on them, through whatever happens to it. */
final class Load implements AutoCloseable {

    private static final int STARTERS = 3;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final CamundaClient client;
    private final JobWorker worker;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicLong numbers = new AtomicLong();
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final Thread[] starters = new Thread[STARTERS];

    Load(CamundaClient client) {
        this.client = client;
        this.worker = client.newWorker()
                .jobType("work")
                .handler((jobs, job) -> {
                    var unused = jobs.newCompleteCommand(job)
                            .variables(Map.of("result", "x".repeat(100)))
                            .send();
                })
                .timeout(Duration.ofSeconds(5))
                .open();
        for (int i = 0; i < STARTERS; i++) {
            starters[i] = Thread.ofPlatform().daemon().name("load-" + i).start(this::start);
        }
    }

    private void start() {
        boolean running = true;
        while (running) {
            boolean refused = false;
            try {
                acknowledged.add(client.newCreateInstanceCommand()
                        .bpmnProcessId("quick")
                        .latestVersion()
                        .variables(Map.of("businessKey", "L" + numbers.incrementAndGet(), "amount", 12))
                        .send()
                        .join()
                        .getProcessInstanceKey());
            } catch (RuntimeException expected) {
                // The broker is away: that is what this load is for.
                refused = true;
            }
            running = !isOver(refused ? PAUSE : Duration.ZERO);
        }
    }

    private boolean isOver(Duration patience) {
        try {
            return over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Instances that the broker said it has started. */
    Set<Long> acknowledged() {
        return acknowledged;
    }

    void stopStarting() throws InterruptedException {
        over.countDown();
        for (Thread starter : starters) {
            starter.join();
        }
    }

    @Override
    public void close() {
        over.countDown();
        worker.close();
        client.close();
    }
}
