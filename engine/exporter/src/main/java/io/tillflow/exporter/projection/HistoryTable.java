package io.tillflow.exporter.projection;

import java.util.Arrays;
import java.util.List;

/** A table of "history" that records are projected to; the key columns come first. */
public enum HistoryTable {
    PROCESS_DEFINITION(
            1,
            "key bigint",
            "bpmn_process_id text",
            "version int",
            "resource_name text",
            "resource text",
            "checksum text",
            "state text",
            "deployed_at timestamptz",
            "deleted_at timestamptz"),
    DRG(
            1,
            "key bigint",
            "drg_id text",
            "name text",
            "version int",
            "resource_name text",
            "resource text",
            "checksum text",
            "state text",
            "deployed_at timestamptz",
            "deleted_at timestamptz"),
    DECISION_DEFINITION(
            1,
            "key bigint",
            "decision_id text",
            "name text",
            "version int",
            "drg_key bigint",
            "drg_id text",
            "state text",
            "deployed_at timestamptz",
            "deleted_at timestamptz"),
    FORM(
            1,
            "key bigint",
            "form_id text",
            "version int",
            "resource_name text",
            "resource text",
            "checksum text",
            "state text",
            "deployed_at timestamptz",
            "deleted_at timestamptz"),
    PROCESS_INSTANCE(
            1,
            "key bigint",
            "process_definition_key bigint",
            "bpmn_process_id text",
            "version int",
            "state text",
            "business_key text",
            "started_at timestamptz",
            "ended_at timestamptz",
            "parent_process_instance_key bigint",
            "parent_element_instance_key bigint",
            "open_incidents int",
            "ended_position bigint"),
    ELEMENT_INSTANCE(
            1,
            "key bigint",
            "process_instance_key bigint",
            "process_definition_key bigint",
            "element_id text",
            "element_type text",
            "scope_key bigint",
            "state text",
            "started_at timestamptz",
            "ended_at timestamptz"),
    SEQUENCE_FLOW(2, "process_instance_key bigint", "position bigint", "element_id text", "taken_at timestamptz"),
    VARIABLE(
            2, "scope_key bigint", "name text", "process_instance_key bigint", "value jsonb", "updated_at timestamptz"),
    VARIABLE_CHANGE(
            2,
            "process_instance_key bigint",
            "position bigint",
            "scope_key bigint",
            "name text",
            "value jsonb",
            "changed_at timestamptz"),
    JOB(
            1,
            "key bigint",
            "process_instance_key bigint",
            "process_definition_key bigint",
            "bpmn_process_id text",
            "element_instance_key bigint",
            "element_id text",
            "type text",
            "state text",
            "retries int",
            "worker text",
            "error_code text",
            "error_message text",
            "custom_headers jsonb",
            "variables jsonb",
            "created_at timestamptz",
            "ended_at timestamptz",
            "deadline timestamptz"),
    INCIDENT(
            1,
            "key bigint",
            "process_instance_key bigint",
            "process_definition_key bigint",
            "bpmn_process_id text",
            "element_instance_key bigint",
            "element_id text",
            "job_key bigint",
            "error_type text",
            "error_message text",
            "state text",
            "created_at timestamptz",
            "resolved_at timestamptz",
            "resolved_position bigint"),
    DECISION_EVALUATION(
            1,
            "key bigint",
            "process_instance_key bigint",
            "process_definition_key bigint",
            "element_instance_key bigint",
            "element_id text",
            "decision_key bigint",
            "decision_id text",
            "decision_name text",
            "decision_version int",
            "output jsonb",
            "failure text",
            "evaluated jsonb",
            "evaluated_at timestamptz"),
    MESSAGE(
            1,
            "key bigint",
            "name text",
            "correlation_key text",
            "message_id text",
            "state text",
            "variables jsonb",
            "published_at timestamptz",
            "deadline timestamptz",
            "expired_at timestamptz",
            "published_position bigint"),
    MESSAGE_CORRELATION(
            2,
            "process_instance_key bigint",
            "position bigint",
            "message_key bigint",
            "name text",
            "correlation_key text",
            "message_id text",
            "bpmn_process_id text",
            "element_id text",
            "kind text",
            "correlated_at timestamptz"),
    MESSAGE_SUBSCRIPTION(
            1,
            "key bigint",
            "kind text",
            "process_instance_key bigint",
            "element_instance_key bigint",
            "bpmn_process_id text",
            "element_id text",
            "name text",
            "correlation_key text",
            "state text",
            "created_at timestamptz",
            "ended_at timestamptz"),
    TIMER(
            1,
            "key bigint",
            "process_instance_key bigint",
            "process_definition_key bigint",
            "element_instance_key bigint",
            "element_id text",
            "due_at timestamptz",
            "repetitions int",
            "state text",
            "created_at timestamptz",
            "ended_at timestamptz"),
    USER_TASK(
            1,
            "key bigint",
            "process_instance_key bigint",
            "process_definition_key bigint",
            "bpmn_process_id text",
            "element_instance_key bigint",
            "element_id text",
            "state text",
            "assignee text",
            "candidate_groups jsonb",
            "candidate_users jsonb",
            "due_date text",
            "follow_up_date text",
            "form_key bigint",
            "external_form_reference text",
            "custom_headers jsonb",
            "action text",
            "variables jsonb",
            "created_at timestamptz",
            "ended_at timestamptz"),
    SIGNAL(1, "key bigint", "name text", "variables jsonb", "broadcast_at timestamptz"),
    MODIFICATION(
            2,
            "process_instance_key bigint",
            "position bigint",
            "activated jsonb",
            "terminated jsonb",
            "modified_at timestamptz"),
    MIGRATION(
            2,
            "process_instance_key bigint",
            "position bigint",
            "target_process_definition_key bigint",
            "mappings jsonb",
            "migrated_at timestamptz"),
    REJECTION(
            2,
            "partition_id int",
            "position bigint",
            "key bigint",
            "process_instance_key bigint",
            "value_type text",
            "intent text",
            "rejection_type text",
            "reason text",
            "rejected_at timestamptz"),
    ENGINE_ERROR(
            2,
            "partition_id int",
            "position bigint",
            "process_instance_key bigint",
            "message text",
            "stack_trace text",
            "occurred_at timestamptz");

    /** The column that is counted up and down instead of set. */
    public static final String COUNTER = "open_incidents";

    private final int keyColumns;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
    private final List<Column> columns;

    HistoryTable(int keyColumns, String... columns) {
        this.keyColumns = keyColumns;
        this.columns = Arrays.stream(columns).map(Column::parse).toList();
    }

    /** Its name in SQL, without schema. */
    public String sqlName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Column> keyColumns() {
        return columns.subList(0, keyColumns);
    }

    public boolean hasColumn(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("expected a column of " + sqlName() + ", but was " + name);
    }

    /** A column and its SQL type. */
    public record Column(String name, String type) {
        /** Whether it names the record by which something came about; rows from before such columns were there have none. */
        public boolean isPosition() {
            return name.endsWith("_position");
        }

        static Column parse(String declaration) {
            int space = declaration.indexOf(' ');
            return new Column(declaration.substring(0, space), declaration.substring(space + 1));
        }
    }
}
