package io.tillflow.connectors.deployment;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.tillflow.connectors.database.SchemaMigration;
import io.tillflow.processes.ProcessId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deploys the shipped models to a broker that has none, once: an analyst's later version is never overwritten. */
@Component
public final class ShippedModels implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ShippedModels.class);
    private static final long PAUSE_MS = 1_000;

    private final CamundaClient client;
    private final JdbcClient database;
    private final SchemaMigration schema;
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile boolean running;
    private volatile Thread worker = Thread.ofVirtual().unstarted(() -> {});

    ShippedModels(CamundaClient client, JdbcClient database, SchemaMigration schema) {
        this.client = client;
        this.database = database;
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
        if (recorded()) {
            return;
        }
        if (knownToHistory()) {
            record("FOUND");
            return;
        }
        deploy();
        record("DEPLOYED");
    }

    private boolean recorded() {
        return database.sql("select exists (select from connectors.shipped_model where process_id = :id)")
                .param("id", ProcessId.ORDER_FULFILMENT)
                .query(Boolean.class)
                .single();
    }

    private boolean knownToHistory() {
        boolean there = database.sql("select to_regclass('history.process_definition') is not null")
                .query(Boolean.class)
                .single();
        return there
                && database.sql("select exists (select from history.process_definition where bpmn_process_id = :id)")
                        .param("id", ProcessId.ORDER_FULFILMENT)
                        .query(Boolean.class)
                        .single();
    }

    private void record(String reason) {
        database.sql("""
                insert into connectors.shipped_model (process_id, reason) values (:id, :reason) on conflict do nothing
                """)
                .param("id", ProcessId.ORDER_FULFILMENT)
                .param("reason", reason)
                .update();
    }

    private void deploy() {
        List<Resource> files = shipped();
        DeployResourceCommandStep1 command = client.newDeployResourceCommand();
        DeployResourceCommandStep2 next = null;
        for (Resource file : files) {
            byte[] content = content(file);
            String name = String.valueOf(file.getFilename());
            next = (next == null ? command : next).addResourceBytes(content, name);
        }
        if (next == null) {
            throw new IllegalStateException("expected shipped models on the class path, but there are none");
        }
        next.send().join();
        log.info("deployed the {} shipped models", files.size());
    }

    private static List<Resource> shipped() {
        List<Resource> files = new ArrayList<>();
        for (String kind : List.of("bpmn", "dmn", "form")) {
            try {
                files.addAll(List.of(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:models/**/*." + kind)));
            } catch (IOException e) {
                throw new IllegalStateException("expected to list the shipped models", e);
            }
        }
        return files;
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("expected to read " + file.getFilename(), e);
        }
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
