package io.tillflow.processes;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.tillflow.sandbox.SandboxEngine;
import io.tillflow.sandbox.SandboxRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One sandbox engine with the shipped models on it; hands every job to the script of its order. */
final class Play implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration REST = Duration.ofMinutes(1);
    private static final String USER_TASK = "io.camunda.zeebe:userTask";

    private final SandboxEngine engine = SandboxEngine.start();
    private final CamundaClient client = CamundaClient.newClientBuilder()
            .grpcAddress(engine.gatewayAddress())
            .preferRestOverGrpc(false)
            .defaultRequestTimeout(Duration.ofMinutes(1))
            .build();
    private final List<Happening> log = new ArrayList<>();
    private final Set<String> jobTypes = new LinkedHashSet<>();
    private final Map<String, PlayedOrder> orders = new HashMap<>();
    private long position;

    Play() {
        ShippedDeployment.to(client);
    }

    /** An unremarkable order of a known customer, with an open payment; not placed yet. */
    PlayedOrder order() {
        PlayedOrder order = new PlayedOrder(this, orders.size() + 1);
        orders.put(order.id(), order);
        return order;
    }

    CamundaClient client() {
        return client;
    }

    List<Happening> log() {
        return log;
    }

    /** Lets time go by for every order. */
    void pass(Duration time) {
        engine.increaseTime(time);
        settle();
    }

    /** Works off jobs as their orders' scripts say, until only people, messages and timers can go on. */
    void settle() {
        do {
            boolean worked = true;
            while (worked) {
                worked = workOnce();
            }
            engine.awaitIdle(REST);
            readLog();
        } while (!jobTypes.isEmpty());
    }

    private boolean workOnce() {
        boolean worked = false;
        readLog();
        Set<String> types = Set.copyOf(jobTypes);
        jobTypes.clear();
        for (String type : types) {
            for (ActivatedJob job : activate(type)) {
                orderOf(job).work(job);
                worked = true;
            }
        }
        return worked;
    }

    private PlayedOrder orderOf(ActivatedJob job) {
        Map<String, Object> variables = job.getVariablesAsMap();
        String orderId = Stream.of("orderId", "trainingId", "letterId", "reminderId")
                .filter(variables::containsKey)
                .map(name -> String.valueOf(variables.get(name)))
                .findFirst()
                .orElseGet(() -> begun(job));
        return requireNonNull(orders.get(orderId), () -> "no order " + orderId + " for " + job.getElementId());
    }

    /** What the job's instance was begun for. */
    private String begun(ActivatedJob job) {
        return log.stream()
                .filter(event -> event.is("MESSAGE_START_EVENT_SUBSCRIPTION", "CORRELATED"))
                .filter(event -> event.number("processInstanceKey") == job.getProcessInstanceKey())
                .map(event -> event.text("correlationKey"))
                .findFirst()
                .orElse("");
    }

    private List<ActivatedJob> activate(String type) {
        return client.newActivateJobsCommand()
                .jobType(type)
                .maxJobsToActivate(100)
                .timeout(Duration.ofDays(365))
                .requestTimeout(Duration.ofMillis(-1))
                .send()
                .join()
                .getJobs();
    }

    private void readLog() {
        for (SandboxRecord record : engine.records(position)) {
            position = record.position();
            if (!record.recordType().equals("EVENT")) {
                continue;
            }
            Happening happening =
                    new Happening(record.key(), record.time(), record.valueType(), record.intent(), json(record));
            log.add(happening);
            boolean waitsForWorker = happening.is("JOB", "CREATED") || happening.is("JOB", "RETRIES_UPDATED");
            if (waitsForWorker && !happening.text("type").equals(USER_TASK)) {
                jobTypes.add(happening.text("type"));
            }
        }
    }

    private static JsonNode json(SandboxRecord record) {
        try {
            return JSON.readTree(record.value());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("expected JSON, but got " + record.value(), e);
        }
    }

    @Override
    public void close() {
        client.close();
        engine.close();
    }

    /** An event of the engine's log. */
    record Happening(long key, Instant time, String valueType, String intent, JsonNode value) {
        boolean is(String valueType, String intent) {
            return this.valueType.equals(valueType) && this.intent.equals(intent);
        }

        String text(String field) {
            return value.path(field).asText();
        }

        Map<String, String> texts(String field) {
            Map<String, String> texts = new HashMap<>();
            value.path(field)
                    .properties()
                    .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
            return texts;
        }

        long number(String field) {
            return value.path(field).asLong();
        }
    }
}
