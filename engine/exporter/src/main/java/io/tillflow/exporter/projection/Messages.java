package io.tillflow.exporter.projection;

import static io.tillflow.exporter.projection.HistoryTable.MESSAGE;
import static io.tillflow.exporter.projection.HistoryTable.MESSAGE_CORRELATION;
import static io.tillflow.exporter.projection.HistoryTable.MESSAGE_SUBSCRIPTION;

/** Published messages, who waits for them and whom they reached. */
final class Messages {

    private Messages() {}

    static void message(RecordLine event, Changes changes) {
        switch (event.intent()) {
            case "PUBLISHED" ->
                changes.create(MESSAGE, event.key())
                        .set("name", event.identifier("name"))
                        .set("correlation_key", event.text("correlationKey"))
                        .set("message_id", event.text("messageId"))
                        .set("state", "PUBLISHED")
                        .set("variables", event.json("variables", "{}"))
                        .set("published_at", event.time())
                        .set("published_position", event.position())
                        .set("deadline", event.instant("deadline"));
            case "EXPIRED" ->
                changes.change(MESSAGE, event.key()).set("state", "EXPIRED").set("expired_at", event.time());
            default -> {}
        }
    }

    static void catchSubscription(RecordLine event, Changes changes) {
        switch (event.intent()) {
            case "CREATING" ->
                subscribe(event, changes, "CATCH")
                        .set("process_instance_key", event.requiredKey("processInstanceKey"))
                        .set("element_instance_key", event.requiredKey("elementInstanceKey"))
                        .set("element_id", event.identifier("elementId"))
                        .set("correlation_key", event.text("correlationKey"));
            case "CORRELATED" -> {
                correlate(event, changes, "CATCH", event.identifier("elementId"));
                if (event.value().path("interrupting").asBoolean(true)) {
                    end(event, changes, "CORRELATED");
                }
            }
            case "DELETED" -> end(event, changes, "CLOSED");
            default -> {}
        }
    }

    static void startSubscription(RecordLine event, Changes changes) {
        switch (event.intent()) {
            case "CREATED" -> subscribe(event, changes, "START").set("element_id", event.identifier("startEventId"));
            case "CORRELATED" -> correlate(event, changes, "START", event.identifier("startEventId"));
            case "DELETED" -> end(event, changes, "CLOSED");
            default -> {}
        }
    }

    private static Row subscribe(RecordLine event, Changes changes, String kind) {
        return changes.create(MESSAGE_SUBSCRIPTION, event.key())
                .set("kind", kind)
                .set("bpmn_process_id", event.identifier("bpmnProcessId"))
                .set("name", event.identifier("messageName"))
                .set("state", "OPEN")
                .set("created_at", event.time());
    }

    private static void end(RecordLine event, Changes changes, String state) {
        changes.change(MESSAGE_SUBSCRIPTION, event.key()).set("state", state).set("ended_at", event.time());
    }

    /** The message's id is not in this record: it is the one of the message published earlier, in this batch or in the table. */
    private static void correlate(RecordLine event, Changes changes, String kind, String elementId) {
        String messageKey = event.requiredKey("messageKey");
        Row row = changes.create(MESSAGE_CORRELATION, event.requiredKey("processInstanceKey"), event.positionKey())
                .set("message_key", messageKey)
                .set("name", event.identifier("messageName"))
                .set("correlation_key", event.text("correlationKey"))
                .set("bpmn_process_id", event.identifier("bpmnProcessId"))
                .set("element_id", elementId)
                .set("kind", kind)
                .set("correlated_at", event.time());
        changes.find(MESSAGE, messageKey)
                .filter(Row::created)
                .ifPresent(message -> row.set("message_id", message.value("message_id")));
    }
}
