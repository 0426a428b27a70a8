package io.tillflow.engine.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has been deployed, in every version. */
public final class Definitions {

    private final JdbcClient jdbc;

    public Definitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One deployed version of a process. */
    public record ProcessVersion(long key, String processId, int version, Instant deployedAt) {}

    /** A deployed form. */
    public record Form(long key, String formId, int version, String schema) {}

    /** A deployed file of decisions. */
    public record DecisionFile(String decisionId, String name, int version, String resource) {}

    /** Every version of every process, newest version first within a process. */
    public List<ProcessVersion> processes() {
        return jdbc.sql("""
                        select key, bpmn_process_id, version, deployed_at from history.process_definition
                         order by bpmn_process_id, version desc""")
                .query((row, n) -> new ProcessVersion(
                        row.getLong("key"),
                        row.getString("bpmn_process_id"),
                        row.getInt("version"),
                        Columns.instant(row, "deployed_at")))
                .list();
    }

    /** A version of a process; the newest when none is named. */
    public Optional<ProcessVersion> version(String processId, Optional<Integer> version) {
        return processes().stream()
                .filter(it -> it.processId().equals(processId))
                .filter(it -> version.isEmpty() || it.version() == version.get())
                .findFirst();
    }

    /** The BPMN file of a process version. */
    public Optional<String> bpmn(long definitionKey) {
        return jdbc.sql("select resource from history.process_definition where key = :key")
                .param("key", definitionKey)
                .query(String.class)
                .optional();
    }

    public Optional<Form> form(long formKey) {
        return jdbc.sql("select key, form_id, version, resource from history.form where key = :key")
                .param("key", formKey)
                .query((row, n) -> new Form(
                        row.getLong("key"), row.getString("form_id"), row.getInt("version"), row.getString("resource")))
                .optional();
    }

    /** The newest version of a form by its id. */
    public Optional<Form> form(String formId) {
        return jdbc.sql("""
                        select key, form_id, version, resource from history.form
                         where form_id = :id order by version desc limit 1""")
                .param("id", formId)
                .query((row, n) -> new Form(
                        row.getLong("key"), row.getString("form_id"), row.getInt("version"), row.getString("resource")))
                .optional();
    }

    /** The DMN file that holds a decision. */
    public Optional<DecisionFile> decision(long decisionKey) {
        return jdbc.sql("""
                        select d.decision_id, coalesce(d.name, d.decision_id) as name, d.version, g.resource
                          from history.decision_definition d join history.drg g on g.key = d.drg_key
                         where d.key = :key""")
                .param("key", decisionKey)
                .query((row, n) -> new DecisionFile(
                        row.getString("decision_id"),
                        row.getString("name"),
                        row.getInt("version"),
                        row.getString("resource")))
                .optional();
    }
}
