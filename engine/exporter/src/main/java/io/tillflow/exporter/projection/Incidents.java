package io.tillflow.exporter.projection;

import static io.tillflow.exporter.projection.HistoryTable.INCIDENT;
import static io.tillflow.exporter.projection.HistoryTable.PROCESS_INSTANCE;

/** Incidents, and how many of them an instance has open. */
final class Incidents {

    private Incidents() {}

    static void incident(RecordLine event, Changes changes) {
        switch (event.intent()) {
            case "CREATED" -> {
                create(event, changes);
                changes.change(PROCESS_INSTANCE, event.requiredKey("processInstanceKey"))
                        .count(1);
            }
            case "RESOLVED" -> {
                changes.change(INCIDENT, event.key())
                        .set("state", "RESOLVED")
                        .set("resolved_at", event.time())
                        .set("resolved_position", event.position());
                changes.change(PROCESS_INSTANCE, event.requiredKey("processInstanceKey"))
                        .count(-1);
            }
            case "MIGRATED" ->
                changes.change(INCIDENT, event.key())
                        .set("process_definition_key", event.requiredKey("processDefinitionKey"))
                        .set("bpmn_process_id", event.identifier("bpmnProcessId"))
                        .set("element_id", event.identifier("elementId"));
            default -> {}
        }
    }

    private static void create(RecordLine event, Changes changes) {
        changes.create(INCIDENT, event.key())
                .set("process_instance_key", event.requiredKey("processInstanceKey"))
                .set("process_definition_key", event.requiredKey("processDefinitionKey"))
                .set("bpmn_process_id", event.identifier("bpmnProcessId"))
                .set("element_instance_key", event.requiredKey("elementInstanceKey"))
                .set("element_id", event.identifier("elementId"))
                .set("job_key", event.optionalKey("jobKey"))
                .set("error_type", event.text("errorType"))
                .set("error_message", event.text("errorMessage"))
                .set("state", "OPEN")
                .set("created_at", event.time());
    }
}
