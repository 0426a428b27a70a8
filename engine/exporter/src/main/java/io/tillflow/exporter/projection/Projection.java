package io.tillflow.exporter.projection;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** Turns records into changes of "history"; the same records give the same rows however they are cut into batches. */
public final class Projection {

    private static final Map<String, Projector> PROJECTORS = Map.ofEntries(
            entry("PROCESS", Definitions::process),
            entry("DECISION_REQUIREMENTS", Definitions::drg),
            entry("DECISION", Definitions::decision),
            entry("FORM", Definitions::form),
            entry("PROCESS_INSTANCE", Instances::element),
            entry("PROCESS_INSTANCE_MODIFICATION", Instances::modification),
            entry("PROCESS_INSTANCE_MIGRATION", Instances::migration),
            entry("ERROR", Instances::engineError),
            entry("VARIABLE", Variables::variable),
            entry("JOB", Jobs::job),
            entry("JOB_BATCH", Jobs::activation),
            entry("USER_TASK", UserTasks::userTask),
            entry("INCIDENT", Incidents::incident),
            entry("DECISION_EVALUATION", Decisions::evaluation),
            entry("MESSAGE", Messages::message),
            entry("PROCESS_MESSAGE_SUBSCRIPTION", Messages::catchSubscription),
            entry("MESSAGE_START_EVENT_SUBSCRIPTION", Messages::startSubscription),
            entry("TIMER", Events::timer),
            entry("SIGNAL", Events::signal));

    /** Not projected today, but part of what happened: kept in the archive for the projection of tomorrow. */
    private static final Set<String> ARCHIVED_ONLY = Set.of(
            "ESCALATION",
            "COMPENSATION_SUBSCRIPTION",
            "SIGNAL_SUBSCRIPTION",
            "VARIABLE_DOCUMENT",
            "PROCESS_INSTANCE_CREATION",
            "RESOURCE_DELETION");

    private Projection() {}

    /** Whether a record belongs to history: events of the value types above and every rejection, but no commands. */
    public static boolean concerns(String recordType, String valueType) {
        return switch (recordType) {
            case "EVENT" -> PROJECTORS.containsKey(valueType) || ARCHIVED_ONLY.contains(valueType);
            case "COMMAND_REJECTION" -> true;
            default -> false;
        };
    }

    /** Adds what the record says to the changes. */
    public static void apply(RecordLine record, Changes changes) {
        if (record.recordType().equals("COMMAND_REJECTION")) {
            reject(record, changes);
            return;
        }
        Projector projector = PROJECTORS.get(record.valueType());
        if (projector == null) {
            return;
        }
        projector.apply(record, changes);
        String instance = record.optionalKey("processInstanceKey");
        if (instance != null) {
            changes.touchInstance(instance);
        }
    }

    private static void reject(RecordLine record, Changes changes) {
        String instance = record.optionalKey("processInstanceKey");
        changes.create(HistoryTable.REJECTION, Integer.toString(record.partition()), record.positionKey())
                .set("key", record.key().startsWith("-") ? null : record.key())
                .set("process_instance_key", instance)
                .set("value_type", record.valueType())
                .set("intent", record.intent())
                .set("rejection_type", record.rejectionType())
                .set("reason", record.rejectionReason())
                .set("rejected_at", record.time());
        if (instance != null) {
            changes.touchInstance(instance);
        }
    }
}
