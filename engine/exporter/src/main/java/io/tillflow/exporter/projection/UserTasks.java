package io.tillflow.exporter.projection;

import static io.tillflow.exporter.projection.HistoryTable.USER_TASK;

/** User tasks that Zeebe keeps itself. */
final class UserTasks {

    private UserTasks() {}

    static void userTask(RecordLine event, Changes changes) {
        Row row = changes.change(USER_TASK, event.key());
        switch (event.intent()) {
            case "CREATED" -> create(event, row.asCreated());
            case "ASSIGNED" -> row.set("assignee", event.optionalText("assignee"));
            case "UPDATED" -> attributes(event, row);
            case "COMPLETED" ->
                row.set("state", "COMPLETED")
                        .set("action", event.optionalText("action"))
                        .set("variables", event.json("variables", "{}"))
                        .set("ended_at", event.time());
            case "CANCELED" -> row.set("state", "CANCELLED").set("ended_at", event.time());
            case "MIGRATED" ->
                row.set("process_definition_key", event.requiredKey("processDefinitionKey"))
                        .set("bpmn_process_id", event.identifier("bpmnProcessId"))
                        .set("element_id", event.identifier("elementId"));
            default -> {}
        }
    }

    private static void create(RecordLine event, Row row) {
        attributes(event, row)
                .set("process_instance_key", event.requiredKey("processInstanceKey"))
                .set("process_definition_key", event.requiredKey("processDefinitionKey"))
                .set("bpmn_process_id", event.identifier("bpmnProcessId"))
                .set("element_instance_key", event.requiredKey("elementInstanceKey"))
                .set("element_id", event.identifier("elementId"))
                .set("state", "CREATED")
                .set("assignee", event.optionalText("assignee"))
                .set("form_key", event.optionalKey("formKey"))
                .set("external_form_reference", event.optionalText("externalFormReference"))
                .set("custom_headers", event.json("customHeaders", "{}"))
                .set("created_at", event.time());
    }

    private static Row attributes(RecordLine event, Row row) {
        return row.set("candidate_groups", event.json("candidateGroupsList", "[]"))
                .set("candidate_users", event.json("candidateUsersList", "[]"))
                .set("due_date", event.optionalText("dueDate"))
                .set("follow_up_date", event.optionalText("followUpDate"));
    }
}
