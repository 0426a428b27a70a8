package io.tillflow.engine.history;

import io.tillflow.engine.history.Facts.Calls;
import io.tillflow.engine.history.Facts.Decision;
import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.history.Facts.ElementState;
import io.tillflow.engine.history.Facts.Everything;
import io.tillflow.engine.history.Facts.Flow;
import io.tillflow.engine.history.Facts.Incident;
import io.tillflow.engine.history.Facts.Job;
import io.tillflow.engine.history.Facts.Variable;
import io.tillflow.engine.history.Facts.Wait;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The facts of one instance. Each list is bounded, so that an instance that loops for ever still has a page. */
public final class InstanceFacts {

    /** More passages than this are not shown; the newest are. */
    public static final int MOST = 2_000;

    private final JdbcClient jdbc;
    private final Instances instances;
    private final InstanceCalls calls;

    public InstanceFacts(JdbcClient jdbc, Instances instances) {
        this.jdbc = jdbc;
        this.instances = instances;
        this.calls = new InstanceCalls(jdbc);
    }

    public Optional<Everything> everything(long instanceKey) {
        return instances
                .find(instanceKey)
                .map(it -> new Everything(
                        it,
                        tokens(instanceKey),
                        elements(instanceKey),
                        flows(instanceKey),
                        variables(instanceKey),
                        jobs(instanceKey),
                        incidents(instanceKey),
                        decisions(instanceKey),
                        waits(instanceKey),
                        calls(instanceKey)));
    }

    public Calls calls(long instanceKey) {
        return calls.of(instanceKey);
    }

    public List<Token> tokens(long instanceKey) {
        return instances.tokens(Set.of(instanceKey)).getOrDefault(instanceKey, List.of());
    }

    /** The passages through elements, oldest first, without the process itself. */
    public List<Element> elements(long instanceKey) {
        return oldestFirst("""
                select key, element_id, element_type, scope_key, state, started_at, ended_at
                  from history.element_instance
                 where process_instance_key = :key and element_type <> 'PROCESS'
                 order by key desc limit :most""", instanceKey, (row, n) -> element(row));
    }

    public List<Flow> flows(long instanceKey) {
        return jdbc.sql("""
                        select element_id, min(taken_at) as first_taken_at, count(*) as times
                          from history.sequence_flow where process_instance_key = :key
                         group by element_id order by 2, 1""")
                .param("key", instanceKey)
                .query((row, n) -> new Flow(
                        row.getString("element_id"), Columns.instant(row, "first_taken_at"), row.getInt("times")))
                .list();
    }

    /** The variables of all scopes by name. */
    public List<Variable> variables(long instanceKey) {
        return jdbc.sql("""
                        select scope_key, name, value, updated_at from history.variable
                         where process_instance_key = :key order by scope_key <> :key, name, scope_key limit :most""")
                .param("key", instanceKey)
                .param("most", MOST)
                .query((row, n) -> new Variable(
                        row.getLong("scope_key"),
                        row.getString("name"),
                        Columns.json(row, "value"),
                        Columns.instant(row, "updated_at")))
                .list();
    }

    /** Work for machines and people; a user task of Zeebe's own is told as the job it would otherwise be. */
    public List<Job> jobs(long instanceKey) {
        return oldestFirst("""
                select key, element_instance_key, element_id, type, state, retries, worker, error_code, error_message, custom_headers, variables,
                       created_at, ended_at
                  from history.job where process_instance_key = :key
                union all
                select key, element_instance_key, element_id, 'io.camunda.zeebe:userTask', state, 1, assignee, null, null, custom_headers, variables,
                       created_at, ended_at
                  from history.user_task where process_instance_key = :key
                 order by key desc limit :most""", instanceKey, (row, n) -> job(row));
    }

    public List<Incident> incidents(long instanceKey) {
        return oldestFirst(
                "select * from history.incident where process_instance_key = :key order by key desc limit :most",
                instanceKey,
                (row, n) -> incident(row));
    }

    public Optional<Incident> incident(long incidentKey) {
        return jdbc.sql("select * from history.incident where key = :key")
                .param("key", incidentKey)
                .query((row, n) -> incident(row))
                .optional();
    }

    public List<Decision> decisions(long instanceKey) {
        return oldestFirst(
                "select * from history.decision_evaluation where process_instance_key = :key order by key desc limit :most",
                instanceKey,
                (row, n) -> decision(row));
    }

    /** What the instance waits for now. */
    public List<Wait> waits(long instanceKey) {
        List<Wait> waits = new ArrayList<>();
        waits.addAll(jdbc.sql("""
                        select element_instance_key, element_id, name, correlation_key from history.message_subscription
                         where process_instance_key = :key and state = 'OPEN' order by key limit :most""")
                .param("key", instanceKey)
                .param("most", MOST)
                .query((row, n) -> new Wait.ForMessage(
                        row.getLong("element_instance_key"),
                        row.getString("element_id"),
                        row.getString("name"),
                        Columns.text(row, "correlation_key")))
                .list());
        waits.addAll(jdbc.sql("""
                        select element_instance_key, element_id, due_at from history.timer
                         where process_instance_key = :key and state = 'CREATED' order by due_at limit :most""")
                .param("key", instanceKey)
                .param("most", MOST)
                .query((row, n) -> new Wait.ForTime(
                        row.getLong("element_instance_key"),
                        row.getString("element_id"),
                        Columns.instant(row, "due_at")))
                .list());
        return waits;
    }

    private <T> List<T> oldestFirst(String newestFirst, long instanceKey, RowMapper<T> mapper) {
        return jdbc.sql(newestFirst)
                .param("key", instanceKey)
                .param("most", MOST)
                .query(mapper)
                .list()
                .reversed();
    }

    private static Element element(ResultSet row) throws SQLException {
        return new Element(
                row.getLong("key"),
                row.getString("element_id"),
                row.getString("element_type"),
                Columns.optionalLong(row, "scope_key"),
                ElementState.valueOf(row.getString("state")),
                Columns.instant(row, "started_at"),
                Columns.optionalInstant(row, "ended_at"));
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getLong("key"),
                row.getLong("element_instance_key"),
                row.getString("element_id"),
                row.getString("type"),
                row.getString("state"),
                row.getInt("retries"),
                Columns.text(row, "worker"),
                Columns.text(row, "error_code"),
                Columns.text(row, "error_message"),
                Columns.json(row, "custom_headers"),
                Columns.json(row, "variables"),
                Columns.instant(row, "created_at"),
                Columns.optionalInstant(row, "ended_at"));
    }

    private static Incident incident(ResultSet row) throws SQLException {
        return new Incident(
                row.getLong("key"),
                row.getLong("process_instance_key"),
                row.getLong("element_instance_key"),
                row.getString("element_id"),
                Columns.optionalLong(row, "job_key"),
                row.getString("error_type"),
                Columns.text(row, "error_message"),
                "OPEN".equals(row.getString("state")),
                Columns.instant(row, "created_at"),
                Columns.optionalInstant(row, "resolved_at"));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getLong("key"),
                row.getLong("element_instance_key"),
                Columns.text(row, "element_id"),
                row.getString("decision_id"),
                Columns.text(row, "decision_name"),
                row.getInt("decision_version"),
                row.getLong("decision_key"),
                Columns.json(row, "output"),
                Columns.text(row, "failure"),
                Columns.json(row, "evaluated"),
                Columns.instant(row, "evaluated_at"));
    }
}
