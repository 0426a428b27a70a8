package io.tillflow.exporter.projection;

import static io.tillflow.exporter.projection.HistoryTable.DECISION_DEFINITION;
import static io.tillflow.exporter.projection.HistoryTable.DRG;
import static io.tillflow.exporter.projection.HistoryTable.FORM;
import static io.tillflow.exporter.projection.HistoryTable.PROCESS_DEFINITION;

/** Deployed processes, decisions and forms. */
final class Definitions {

    private Definitions() {}

    static void process(RecordLine event, Changes changes) {
        String key = event.requiredKey("processDefinitionKey");
        switch (event.intent()) {
            case "CREATED" ->
                resource(deployed(changes.create(PROCESS_DEFINITION, key), event), event)
                        .set("bpmn_process_id", event.identifier("bpmnProcessId"));
            case "DELETED" -> deleted(changes.change(PROCESS_DEFINITION, key), event);
            default -> {}
        }
    }

    static void drg(RecordLine event, Changes changes) {
        String key = event.requiredKey("decisionRequirementsKey");
        switch (event.intent()) {
            case "CREATED" ->
                resource(deployed(changes.create(DRG, key), event), event)
                        .set("drg_id", event.identifier("decisionRequirementsId"))
                        .set("name", event.optionalText("decisionRequirementsName"))
                        .set("version", event.number("decisionRequirementsVersion"));
            case "DELETED" -> deleted(changes.change(DRG, key), event);
            default -> {}
        }
    }

    static void decision(RecordLine event, Changes changes) {
        String key = event.requiredKey("decisionKey");
        switch (event.intent()) {
            case "CREATED" ->
                deployed(changes.create(DECISION_DEFINITION, key), event)
                        .set("decision_id", event.identifier("decisionId"))
                        .set("name", event.optionalText("decisionName"))
                        .set("drg_key", event.number("decisionRequirementsKey"))
                        .set("drg_id", event.identifier("decisionRequirementsId"));
            case "DELETED" -> deleted(changes.change(DECISION_DEFINITION, key), event);
            default -> {}
        }
    }

    static void form(RecordLine event, Changes changes) {
        String key = event.requiredKey("formKey");
        switch (event.intent()) {
            case "CREATED" ->
                resource(deployed(changes.create(FORM, key), event), event).set("form_id", event.identifier("formId"));
            case "DELETED" -> deleted(changes.change(FORM, key), event);
            default -> {}
        }
    }

    private static Row deployed(Row row, RecordLine event) {
        return row.set("version", event.number("version"))
                .set("state", "ACTIVE")
                .set("deployed_at", event.time());
    }

    private static Row resource(Row row, RecordLine event) {
        return row.set("resource_name", event.text("resourceName"))
                .set("resource", event.resource())
                .set("checksum", event.checksum());
    }

    private static void deleted(Row row, RecordLine event) {
        row.set("state", "DELETED").set("deleted_at", event.time());
    }
}
