package io.tillflow.engine.history;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes history as the exporter would, for tests. */
final class Past {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final JdbcClient jdbc;

    Past(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void process(String id, int version, long key) {
        jdbc.sql("""
                        insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at)
                        values (:key, :id, :version, :id || '.bpmn', '<x/>', 'c', 'ACTIVE', :at)""")
                .param("key", key)
                .param("id", id)
                .param("version", version)
                .param("at", Columns.parameter(NOON.minusSeconds(86_400)))
                .update();
    }

    /** An open instance of process {@code order} and its process element. */
    void instance(long key, String order, Instant startedAt) {
        jdbc.sql("""
                        insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, business_key, started_at)
                        values (:key, 7, 'order', 1, 'ACTIVE', :order, :at)""")
                .param("key", key)
                .param("order", order)
                .param("at", Columns.parameter(startedAt))
                .update();
        element(key, key, "order", "PROCESS", startedAt);
        jdbc.sql("""
                        insert into history.variable (scope_key, name, process_instance_key, value, updated_at)
                        values (:key, 'order', :key, jsonb_build_object('total', 12550, 'currency', 'EUR'), :at)""")
                .param("key", key)
                .param("at", Columns.parameter(startedAt))
                .update();
    }

    void element(long key, long instance, String id, String type, Instant since) {
        jdbc.sql("""
                        insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, scope_key, state, started_at)
                        values (:key, :instance, 7, :id, :type, :scope, 'ACTIVE', :at)""")
                .param("key", key)
                .param("instance", instance)
                .param("id", id)
                .param("type", type)
                .param("scope", key == instance ? null : instance, java.sql.Types.BIGINT)
                .param("at", Columns.parameter(since))
                .update();
    }

    /** Makes an instance one of another process. */
    void belongsTo(long instance, String process, int version, long definition) {
        jdbc.sql("""
                        update history.process_instance set process_definition_key = :definition, bpmn_process_id = :process, version = :version
                         where key = :key""")
                .param("key", instance)
                .param("definition", definition)
                .param("process", process)
                .param("version", version)
                .update();
        jdbc.sql(
                        "update history.element_instance set process_definition_key = :definition where process_instance_key = :key")
                .param("key", instance)
                .param("definition", definition)
                .update();
    }

    void leave(long elementKey, Instant at) {
        jdbc.sql("update history.element_instance set state = 'COMPLETED', ended_at = :at where key = :key")
                .param("key", elementKey)
                .param("at", Columns.parameter(at))
                .update();
    }

    void end(long instance, String state, Instant at) {
        jdbc.sql("update history.process_instance set state = :state, ended_at = :at where key = :key")
                .param("key", instance)
                .param("state", state)
                .param("at", Columns.parameter(at))
                .update();
        jdbc.sql("""
                        update history.element_instance set state = 'COMPLETED', ended_at = :at
                         where process_instance_key = :key and state = 'ACTIVE'""").param("key", instance).param("at", Columns.parameter(at)).update();
    }

    void incident(long key, long instance, long element, String elementId, String message) {
        jdbc.sql("""
                        insert into history.incident (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key,
                                                      element_id, job_key, error_type, error_message, state, created_at)
                        values (:key, :instance, 7, 'order', :element, :elementId, null, 'JOB_NO_RETRIES', :message, 'OPEN', :at)""")
                .param("key", key)
                .param("instance", instance)
                .param("element", element)
                .param("elementId", elementId)
                .param("message", message)
                .param("at", Columns.parameter(NOON))
                .update();
        jdbc.sql("update history.process_instance set open_incidents = open_incidents + 1 where key = :key")
                .param("key", instance)
                .update();
    }

    void userTask(long jobKey, long instance, long element, String elementId, String headers) {
        jdbc.sql("""
                        insert into history.job (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id,
                                                 type, state, retries, custom_headers, created_at)
                        values (:key, :instance, 7, 'order', :element, :elementId, 'io.camunda.zeebe:userTask', 'CREATED', 1, :headers::jsonb, :at)""")
                .param("key", jobKey)
                .param("instance", instance)
                .param("element", element)
                .param("elementId", elementId)
                .param("headers", headers)
                .param("at", Columns.parameter(NOON))
                .update();
    }

    void variable(long scope, long instance, String name, String json) {
        jdbc.sql("""
                        insert into history.variable (scope_key, name, process_instance_key, value, updated_at)
                        values (:scope, :name, :instance, :json::jsonb, :at)""")
                .param("scope", scope)
                .param("name", name)
                .param("instance", instance)
                .param("json", json)
                .param("at", Columns.parameter(NOON))
                .update();
    }
}
