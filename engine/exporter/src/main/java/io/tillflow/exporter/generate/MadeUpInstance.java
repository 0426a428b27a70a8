package io.tillflow.exporter.generate;

import io.tillflow.exporter.generate.ShopProcess.Kind;
import io.tillflow.exporter.generate.ShopProcess.Step;
import io.tillflow.exporter.projection.HistoryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One instance from its start to its end, to now, or to where it got stuck. */
final class MadeUpInstance {

    private static final String TROUBLE = "expected an answer of the provider, but it timed out after 5 s";
    private static final int STUCK_IN_A_THOUSAND = 6;
    private static final int CANCELLED_IN_A_HUNDRED = 4;
    private static final int REVIEWED_IN_A_HUNDRED = 5;

    private final ShopProcess process;
    private final int version;
    private final long definition;
    private final CopyRows rows;
    private final Keys keys;
    private final RandomGenerator random;
    private final Instant now;
    private final long instance;
    private final String businessKey;
    private @Nullable Instant ended;
    private String state = "ACTIVE";
    private int openIncidents;

    MadeUpInstance(Definitions.Version deployed, CopyRows rows, Keys keys, MadeUpHistory.World world) {
        this.process = deployed.process();
        this.version = deployed.version();
        this.definition = deployed.key();
        this.rows = rows;
        this.keys = keys;
        this.random = world.random();
        this.now = world.now();
        this.instance = keys.key();
        this.businessKey = "R-" + (10_000_000 + random.nextInt(80_000_000));
    }

    void liveFrom(Instant started) {
        variables(started);
        Instant time = started;
        boolean first = true;
        for (Step step : process.steps()) {
            if (step.kind() == Kind.REVIEW && random.nextInt(100) >= REVIEWED_IN_A_HUNDRED) {
                continue;
            }
            if (!first) {
                rows.add(HistoryTable.SEQUENCE_FLOW, instance, keys.position(), ShopProcess.flowTo(step), time);
            }
            first = false;
            Instant left = pass(step, time);
            if (left == null) {
                break;
            }
            time = left;
        }
        instance(started);
    }

    private void instance(Instant started) {
        rows.add(
                HistoryTable.ELEMENT_INSTANCE,
                instance,
                instance,
                definition,
                process.id(),
                "PROCESS",
                null,
                state.equals("CANCELLED") ? "TERMINATED" : state,
                started,
                ended);
        rows.add(
                HistoryTable.PROCESS_INSTANCE,
                instance,
                definition,
                process.id(),
                version,
                state,
                businessKey,
                started,
                ended,
                null,
                null,
                openIncidents);
    }

    /** Goes through a step; null when the instance is still in it, or was cancelled there. */
    private @Nullable Instant pass(Step step, Instant entered) {
        Instant left = entered.plus(stay(step));
        boolean stuck = step.kind() == Kind.JOB && random.nextInt(1_000) < STUCK_IN_A_THOUSAND;
        boolean waits = stuck || left.isAfter(now);
        boolean cancelled = step.kind() == Kind.MESSAGE && !waits && random.nextInt(100) < CANCELLED_IN_A_HUNDRED;
        long element = keys.key();
        rows.add(
                HistoryTable.ELEMENT_INSTANCE,
                element,
                instance,
                definition,
                step.id(),
                step.kind().elementType(),
                instance,
                waits ? "ACTIVE" : cancelled ? "TERMINATED" : "COMPLETED",
                entered,
                waits ? null : left);
        Visit visit = new Visit(step, element, entered, waits ? null : left, stuck);
        describe(visit, cancelled);
        if (cancelled || (!waits && step.kind() == Kind.END)) {
            state = cancelled ? "CANCELLED" : "COMPLETED";
            ended = left;
        }
        return waits || cancelled ? null : left;
    }

    /** Most pass in about the usual time, few take many times as long. */
    private Duration stay(Step step) {
        double minutes = step.minutes() * Math.exp(random.nextGaussian() * 0.8);
        return Duration.ofNanos((long) (minutes * 60e9));
    }

    /** One stay in a step. */
    private record Visit(
            Step step,
            long element,
            Instant entered,
            @Nullable Instant left,
            boolean stuck) {}

    private void describe(Visit visit, boolean cancelled) {
        switch (visit.step().kind()) {
            case JOB -> job(visit, visit.step().id());
            case REVIEW -> job(visit, "io.camunda.zeebe:userTask");
            case DECISION -> decision(visit);
            case MESSAGE -> message(visit, cancelled);
            case START -> correlation(visit, "START");
            case TIMER ->
                rows.add(
                        HistoryTable.TIMER,
                        keys.key(),
                        instance,
                        definition,
                        visit.element(),
                        visit.step().id(),
                        visit.entered().plus(Duration.ofDays(3)),
                        1,
                        visit.left() == null ? "CREATED" : "TRIGGERED",
                        visit.entered(),
                        visit.left());
            case END -> {}
        }
    }

    private void job(Visit visit, String type) {
        long job = keys.key();
        boolean person = type.startsWith("io.camunda");
        String jobState =
                visit.left() != null ? "COMPLETED" : visit.stuck() ? "FAILED" : person ? "CREATED" : "ACTIVATED";
        rows.add(
                HistoryTable.JOB,
                job,
                instance,
                definition,
                process.id(),
                visit.element(),
                visit.step().id(),
                type,
                jobState,
                visit.stuck() ? 0 : 3,
                person ? null : "connectors",
                null,
                visit.stuck() ? TROUBLE : null,
                "{}",
                visit.left() == null ? null : "{\"reference\": \"" + Long.toHexString(job) + "\"}",
                visit.entered(),
                visit.left(),
                null);
        if (visit.stuck()) {
            incident(visit, job);
        }
    }

    private void incident(Visit visit, long job) {
        openIncidents++;
        rows.add(
                HistoryTable.INCIDENT,
                keys.key(),
                instance,
                definition,
                process.id(),
                visit.element(),
                visit.step().id(),
                job,
                "JOB_NO_RETRIES",
                TROUBLE,
                "OPEN",
                visit.entered().plusSeconds(20),
                null);
    }

    private void decision(Visit visit) {
        String output = "\"" + (random.nextInt(20) == 0 ? "special" : "usual") + "\"";
        rows.add(
                HistoryTable.DECISION_EVALUATION,
                keys.key(),
                instance,
                definition,
                visit.element(),
                visit.step().id(),
                definition + 1,
                visit.step().id(),
                visit.step().id().replace('-', ' '),
                version,
                output,
                null,
                """
                [{"decisionId": "%s", "decisionOutput": %s, "evaluatedInputs": [{"inputId": "total", "inputName": "Total", \
                "inputValue": "%3$d"}], "matchedRules": [{"ruleId": "rule-%3$d", "ruleIndex": %3$d, "evaluatedOutputs": []}]}]""".formatted(visit.step().id(), "\"" + output.replace("\"", "\\\"") + "\"", random.nextInt(9) + 1),
                visit.entered());
    }

    private void message(Visit visit, boolean cancelled) {
        boolean waits = visit.left() == null;
        rows.add(
                HistoryTable.MESSAGE_SUBSCRIPTION,
                keys.key(),
                "CATCH",
                instance,
                visit.element(),
                process.id(),
                visit.step().id(),
                visit.step().id(),
                businessKey,
                waits ? "OPEN" : cancelled ? "CLOSED" : "CORRELATED",
                visit.entered(),
                visit.left());
        if (!waits && !cancelled) {
            correlation(visit, "CATCH");
        }
    }

    private void correlation(Visit visit, String kind) {
        Instant time = visit.left() == null ? visit.entered() : visit.left();
        long message = keys.key();
        String id = "made-up-" + Long.toHexString(message);
        String name = visit.step().id();
        rows.add(
                HistoryTable.MESSAGE,
                message,
                name,
                businessKey,
                id,
                "EXPIRED",
                "{}",
                time,
                time.plus(Duration.ofHours(1)),
                time.plus(Duration.ofHours(1)));
        rows.add(
                HistoryTable.MESSAGE_CORRELATION,
                instance,
                keys.position(),
                message,
                name,
                businessKey,
                id,
                process.id(),
                name,
                kind,
                time);
    }

    private void variables(Instant time) {
        int items = 1 + random.nextInt(4);
        int total = 990 + (int) (Math.exp(random.nextGaussian() * 0.9) * 4_000);
        variable("businessKey", "\"" + businessKey + "\"", time);
        variable("orderId", "\"" + Long.toHexString(instance) + "\"", time);
        variable(
                "order",
                """
                {"number": "%s", "currency": "EUR", "total": %d, "items": %d, "country": "%s", "express": %s, "channel": "web"}""".formatted(businessKey, total, items, random.nextInt(5) == 0 ? "AT" : "DE", random.nextInt(6) == 0),
                time);
        variable("payment", "{\"id\": \"pay_" + Long.toHexString(instance) + "\", \"status\": \"AUTHORISED\"}", time);
        variable("risk", random.nextInt(20) == 0 ? "\"review\"" : "\"accept\"", time);
    }

    private void variable(String name, String json, Instant time) {
        rows.add(HistoryTable.VARIABLE, instance, name, instance, json, time);
        rows.add(HistoryTable.VARIABLE_CHANGE, instance, keys.position(), instance, name, json, time);
    }
}
