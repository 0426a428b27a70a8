package io.tillflow.connectors.deployment;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.tillflow.connectors.database.SchemaMigration;
import io.tillflow.processes.ProcessId;
import io.tillflow.processes.ShippedModels;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deploys the shipped models to a broker that has none, once: an analyst's later version is never overwritten. */
@Component
public final class ModelDeployment implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);
    private static final long PAUSE_MS = 1_000;

    private final CamundaClient client;
    private final JdbcClient database;
    private final SchemaMigration schema;
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile boolean running;
    private volatile Thread worker = Thread.ofVirtual().unstarted(() -> {});

    ModelDeployment(CamundaClient client, JdbcClient database, SchemaMigration schema) {
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
        DeployResourceCommandStep1 command = client.newDeployResourceCommand();
        DeployResourceCommandStep2 next = null;
        for (String name : ShippedModels.names()) {
            String file = name.substring(name.lastIndexOf('/') + 1);
            next = (next == null ? command : next).addResourceBytes(ShippedModels.read(name), file);
        }
        if (next == null) {
            throw new IllegalStateException("expected shipped models, but there are none");
        }
        next.send().join();
        log.info("deployed the {} shipped models", ShippedModels.names().size());
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
