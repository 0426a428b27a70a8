package io.tillflow.exporter.projection;

import static io.tillflow.exporter.projection.HistoryTable.DECISION_EVALUATION;

/** Evaluated decisions with the rules that matched. */
final class Decisions {

    private Decisions() {}

    static void evaluation(RecordLine event, Changes changes) {
        boolean failed = event.intent().equals("FAILED");
        if (!failed && !event.intent().equals("EVALUATED")) {
            return;
        }
        changes.create(DECISION_EVALUATION, event.key())
                .set("process_instance_key", event.optionalKey("processInstanceKey"))
                .set("process_definition_key", event.optionalKey("processDefinitionKey"))
                .set("element_instance_key", event.optionalKey("elementInstanceKey"))
                .set("element_id", event.optionalIdentifier("elementId"))
                .set("decision_key", event.requiredKey("decisionKey"))
                .set("decision_id", event.identifier("decisionId"))
                .set("decision_name", event.optionalText("decisionName"))
                .set("decision_version", event.number("decisionVersion"))
                .set("output", failed ? null : event.embeddedJson("decisionOutput"))
                .set("failure", event.optionalText("evaluationFailureMessage"))
                .set("evaluated", event.json("evaluatedDecisions", "[]"))
                .set("evaluated_at", event.time());
    }
}
