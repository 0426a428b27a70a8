package io.tillflow.exporter.generate;

import io.tillflow.exporter.generate.MadeUpInstance.Visit;
import io.tillflow.exporter.projection.HistoryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What is known about a made-up instance beside its elements: jobs, incidents, decisions, messages, variables. */
final class MadeUpFacts {

    private static final String[] TROUBLES = {
        "expected an answer of the provider, but it timed out after 5 s",
        "expected status 200 of the carrier, but it refused the postcode",
        "expected a capture of the authorised amount, but the provider answered 503"
    };

    private final ShopProcess process;
    private final int version;
    private final long definition;
    private final long instance;
    private final String businessKey;
    private final CopyRows rows;
    private final Keys keys;
    private final RandomGenerator random;

    MadeUpFacts(
            Definitions.Version deployed,
            long instance,
            String businessKey,
            CopyRows rows,
            Keys keys,
            RandomGenerator random) {
        this.process = deployed.process();
        this.version = deployed.version();
        this.definition = deployed.key();
        this.instance = instance;
        this.businessKey = businessKey;
        this.rows = rows;
        this.keys = keys;
        this.random = random;
    }

    void describe(Visit visit, boolean cancelled) {
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
            case END, GATEWAY, SCOPE, SCOPE_END -> {}
        }
    }

    private void job(Visit visit, String type) {
        long job = keys.key();
        boolean person = type.startsWith("io.camunda");
        String trouble = TROUBLES[random.nextInt(TROUBLES.length)];
        input(visit);
        String jobState =
                visit.left() != null ? "COMPLETED" : visit.failed() ? "FAILED" : person ? "CREATED" : "ACTIVATED";
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
                visit.failed() && visit.left() == null ? 0 : 3,
                person ? null : "connectors",
                null,
                visit.failed() ? trouble : null,
                "{}",
                visit.left() == null ? null : "{\"reference\": \"" + Long.toHexString(job) + "\"}",
                visit.entered(),
                visit.left(),
                null);
        if (visit.failed()) {
            incident(visit, job, trouble);
        }
    }

    private void incident(Visit visit, long job, String trouble) {
        boolean open = visit.left() == null;
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
                trouble,
                open ? "OPEN" : "RESOLVED",
                visit.entered().plusMillis(200),
                visit.left(),
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
                time.plus(Duration.ofHours(1)),
                null);
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

    void variables(Instant time) {
        new MadeUpOrder(instance, businessKey, random).variables().forEach((name, json) -> {
            rows.add(HistoryTable.VARIABLE, instance, name, instance, json, time);
            rows.add(HistoryTable.VARIABLE_CHANGE, instance, keys.position(), instance, name, json, time);
        });
    }

    /** What an input mapping hands to a job, in the scope of its step. */
    private void input(Visit visit) {
        String json = "\"" + Long.toHexString(instance) + "/" + visit.step().id() + "/1\"";
        rows.add(HistoryTable.VARIABLE, visit.element(), "effectKey", instance, json, visit.entered());
        rows.add(
                HistoryTable.VARIABLE_CHANGE,
                instance,
                keys.position(),
                visit.element(),
                "effectKey",
                json,
                visit.entered());
    }
}
