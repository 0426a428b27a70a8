package io.tillflow.connectors.deployment;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.tillflow.connectors.database.SchemaMigration;
import io.tillflow.processes.ShippedModels;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Deploys each shipped model once, to a broker that has none of its name: an analyst's later version is never overwritten. */
@Component
public final class ModelDeployment implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);
    private static final long PAUSE_MS = 1_000;

    private final CamundaClient client;
    private final ShippedFiles files;
    private final SchemaMigration schema;
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile boolean running;
    private volatile Thread worker = Thread.ofVirtual().unstarted(() -> {});

    ModelDeployment(CamundaClient client, ShippedFiles files, SchemaMigration schema) {
        this.client = client;
        this.files = files;
        this.schema = schema;
    }

    /** Waits until the broker has models; false when interrupted by the app's end. */
    public boolean await() {
        try {
            ready.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("shipped-models").start(this::ensure);
    }

    private void ensure() {
        boolean waiting = !schema.await();
        while (running && ready.getCount() > 0) {
            try {
                ensureOnce();
                ready.countDown();
            } catch (ClientException | DataAccessException e) {
                if (!waiting) {
                    log.warn(
                            "the shipped models cannot be deployed yet; trying again until they can: {}",
                            e.getMessage());
                }
                waiting = true;
                pause();
            }
        }
    }

    private void ensureOnce() {
        List<String> missing = files.missing();
        Set<String> found = files.knownToHistory(missing);
        found.forEach(name -> files.record(name, ShippedFiles.Reason.FOUND));
        List<String> fresh =
                missing.stream().filter(name -> !found.contains(name)).toList();
        if (!fresh.isEmpty()) {
            deploy(fresh);
            fresh.forEach(name -> files.record(name, ShippedFiles.Reason.DEPLOYED));
        }
    }

    /** All in one deployment, so that the first order finds every decision and form its process asks for. */
    private void deploy(List<String> names) {
        DeployResourceCommandStep2 command = client.newDeployResourceCommand()
                .addResourceBytes(ShippedModels.read(names.getFirst()), ShippedFiles.file(names.getFirst()));
        for (String name : names.subList(1, names.size())) {
            command = command.addResourceBytes(ShippedModels.read(name), ShippedFiles.file(name));
        }
        command.send().join();
        log.info("deployed the shipped models {}", names);
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        worker.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
