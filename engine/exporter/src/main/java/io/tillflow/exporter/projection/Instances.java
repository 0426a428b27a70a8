package io.tillflow.exporter.projection;

import static io.tillflow.exporter.projection.HistoryTable.ELEMENT_INSTANCE;
import static io.tillflow.exporter.projection.HistoryTable.ENGINE_ERROR;
import static io.tillflow.exporter.projection.HistoryTable.MIGRATION;
import static io.tillflow.exporter.projection.HistoryTable.MODIFICATION;
import static io.tillflow.exporter.projection.HistoryTable.PROCESS_INSTANCE;
import static io.tillflow.exporter.projection.HistoryTable.SEQUENCE_FLOW;

/** The life of process instances and the elements inside them. */
final class Instances {

    private Instances() {}

    static void element(RecordLine event, Changes changes) {
        switch (event.intent()) {
            case "ELEMENT_ACTIVATING" -> activate(event, changes);
            case "ELEMENT_COMPLETED" -> end(event, changes, "COMPLETED", "COMPLETED");
            case "ELEMENT_TERMINATED" -> end(event, changes, "TERMINATED", "CANCELLED");
            case "ELEMENT_MIGRATED" -> migrate(event, changes);
            case "SEQUENCE_FLOW_TAKEN" ->
                changes.create(SEQUENCE_FLOW, event.requiredKey("processInstanceKey"), event.positionKey())
                        .set("element_id", event.identifier("elementId"))
                        .set("taken_at", event.time());
            default -> {}
        }
    }

    private static void activate(RecordLine event, Changes changes) {
        changes.create(ELEMENT_INSTANCE, event.key())
                .set("process_instance_key", event.requiredKey("processInstanceKey"))
                .set("process_definition_key", event.requiredKey("processDefinitionKey"))
                .set("element_id", event.identifier("elementId"))
                .set("element_type", event.text("bpmnElementType"))
                .set("scope_key", event.optionalKey("flowScopeKey"))
                .set("state", "ACTIVE")
                .set("started_at", event.time());
        if (isProcess(event)) {
            changes.create(PROCESS_INSTANCE, event.key())
                    .set("process_definition_key", event.requiredKey("processDefinitionKey"))
                    .set("bpmn_process_id", event.identifier("bpmnProcessId"))
                    .set("version", event.number("version"))
                    .set("state", "ACTIVE")
                    .set("started_at", event.time())
                    .set("parent_process_instance_key", event.optionalKey("parentProcessInstanceKey"))
                    .set("parent_element_instance_key", event.optionalKey("parentElementInstanceKey"))
                    .count(0);
            callerOf(event, changes);
        }
    }

    private static void end(RecordLine event, Changes changes, String elementState, String instanceState) {
        changes.change(ELEMENT_INSTANCE, event.key()).set("state", elementState).set("ended_at", event.time());
        if (isProcess(event)) {
            changes.change(PROCESS_INSTANCE, event.key())
                    .set("state", instanceState)
                    .set("ended_at", event.time())
                    .set("ended_position", event.position());
            callerOf(event, changes);
        }
    }

    /** Whoever looks at the caller sees the called one there. */
    private static void callerOf(RecordLine event, Changes changes) {
        String caller = event.optionalKey("parentProcessInstanceKey");
        if (caller != null) {
            changes.touchInstance(caller);
        }
    }

    private static void migrate(RecordLine event, Changes changes) {
        changes.change(ELEMENT_INSTANCE, event.key())
                .set("process_definition_key", event.requiredKey("processDefinitionKey"))
                .set("element_id", event.identifier("elementId"));
        if (isProcess(event)) {
            changes.change(PROCESS_INSTANCE, event.key())
                    .set("process_definition_key", event.requiredKey("processDefinitionKey"))
                    .set("bpmn_process_id", event.identifier("bpmnProcessId"))
                    .set("version", event.number("version"));
        }
    }

    private static boolean isProcess(RecordLine event) {
        return event.text("bpmnElementType").equals("PROCESS");
    }

    static void modification(RecordLine event, Changes changes) {
        if (event.intent().equals("MODIFIED")) {
            changes.create(MODIFICATION, event.requiredKey("processInstanceKey"), event.positionKey())
                    .set("activated", event.json("activateInstructions", "[]"))
                    .set("terminated", event.json("terminateInstructions", "[]"))
                    .set("modified_at", event.time());
        }
    }

    static void migration(RecordLine event, Changes changes) {
        if (event.intent().equals("MIGRATED")) {
            changes.create(MIGRATION, event.requiredKey("processInstanceKey"), event.positionKey())
                    .set("target_process_definition_key", event.requiredKey("targetProcessDefinitionKey"))
                    .set("mappings", event.json("mappingInstructions", "[]"))
                    .set("migrated_at", event.time());
        }
    }

    static void engineError(RecordLine event, Changes changes) {
        changes.create(ENGINE_ERROR, Integer.toString(event.partition()), event.positionKey())
                .set("process_instance_key", event.optionalKey("processInstanceKey"))
                .set("message", event.text("exceptionMessage"))
                .set("stack_trace", event.text("stacktrace"))
                .set("occurred_at", event.time());
    }
}
