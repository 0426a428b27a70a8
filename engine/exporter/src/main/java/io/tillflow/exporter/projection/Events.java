package io.tillflow.exporter.projection;

import static io.tillflow.exporter.projection.HistoryTable.SIGNAL;
import static io.tillflow.exporter.projection.HistoryTable.TIMER;

/** Timers and signals. */
final class Events {

    private Events() {}

    static void timer(RecordLine event, Changes changes) {
        switch (event.intent()) {
            case "CREATED" ->
                changes.create(TIMER, event.key())
                        .set("process_instance_key", event.optionalKey("processInstanceKey"))
                        .set("process_definition_key", event.requiredKey("processDefinitionKey"))
                        .set("element_instance_key", event.optionalKey("elementInstanceKey"))
                        .set("element_id", event.identifier("targetElementId"))
                        .set("due_at", event.instant("dueDate"))
                        .set("repetitions", event.number("repetitions"))
                        .set("state", "CREATED")
                        .set("created_at", event.time());
            case "TRIGGERED" ->
                changes.change(TIMER, event.key()).set("state", "TRIGGERED").set("ended_at", event.time());
            case "CANCELED" ->
                changes.change(TIMER, event.key()).set("state", "CANCELLED").set("ended_at", event.time());
            default -> {}
        }
    }

    static void signal(RecordLine event, Changes changes) {
        if (event.intent().equals("BROADCASTED")) {
            changes.create(SIGNAL, event.key())
                    .set("name", event.identifier("signalName"))
                    .set("variables", event.json("variables", "{}"))
                    .set("broadcast_at", event.time());
        }
    }
}
