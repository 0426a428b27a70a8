package io.tillflow.exporter.projection;

import static io.tillflow.exporter.projection.HistoryTable.JOB;

import tools.jackson.databind.JsonNode;

/** Jobs from creation to their end. */
final class Jobs {

    private Jobs() {}

    static void job(RecordLine event, Changes changes) {
        Row row = changes.change(JOB, event.key());
        switch (event.intent()) {
            case "CREATED" -> create(event, row.asCreated());
            case "COMPLETED" -> end(event, row, "COMPLETED").set("variables", event.json("variables", "{}"));
            case "CANCELED" -> end(event, row, "CANCELLED");
            case "ERROR_THROWN" ->
                end(event, row, "ERROR_THROWN")
                        .set("error_code", event.optionalText("errorCode"))
                        .set("error_message", event.optionalText("errorMessage"));
            case "FAILED" ->
                row.set("state", "FAILED")
                        .set("retries", event.number("retries"))
                        .set("error_message", event.optionalText("errorMessage"))
                        .set("deadline", (String) null);
            case "TIMED_OUT" -> row.set("state", "TIMED_OUT").set("deadline", (String) null);
            case "YIELDED" -> row.set("state", "CREATED").set("deadline", (String) null);
            case "RETRIES_UPDATED" -> row.set("retries", event.number("retries"));
            case "TIMEOUT_UPDATED" -> row.set("deadline", event.optionalInstant("deadline"));
            case "MIGRATED" ->
                row.set("process_definition_key", event.requiredKey("processDefinitionKey"))
                        .set("bpmn_process_id", event.identifier("bpmnProcessId"))
                        .set("element_id", event.identifier("elementId"));
            default -> {}
        }
    }

    private static void create(RecordLine event, Row row) {
        row.set("process_instance_key", event.requiredKey("processInstanceKey"))
                .set("process_definition_key", event.requiredKey("processDefinitionKey"))
                .set("bpmn_process_id", event.identifier("bpmnProcessId"))
                .set("element_instance_key", event.requiredKey("elementInstanceKey"))
                .set("element_id", event.identifier("elementId"))
                .set("type", event.identifier("type"))
                .set("state", "CREATED")
                .set("retries", event.number("retries"))
                .set("custom_headers", event.json("customHeaders", "{}"))
                .set("created_at", event.time());
    }

    private static Row end(RecordLine event, Row row, String state) {
        return row.set("state", state).set("ended_at", event.time());
    }

    static void activation(RecordLine event, Changes changes) {
        if (!event.intent().equals("ACTIVATED")) {
            return;
        }
        JsonNode keys = event.value().path("jobKeys");
        JsonNode jobs = event.value().path("jobs");
        for (int i = 0; i < keys.size(); i++) {
            JsonNode job = jobs.path(i);
            long deadline = job.path("deadline").asLong(-1);
            changes.change(JOB, keys.path(i).asString())
                    .set("state", "ACTIVATED")
                    .set("worker", Storable.text(job.path("worker").asString("")))
                    .set("retries", job.path("retries").asLong(0))
                    .set("deadline", deadline > 0 ? Storable.instant(deadline) : null)
                    .set("ended_at", (String) null);
            changes.touchInstance(job.path("processInstanceKey").asString());
        }
    }
}
