package io.tillflow.studio.repair;

import io.tillflow.engine.Rejected;
import io.tillflow.engine.history.Instance;
import io.tillflow.engine.history.Instances;
import io.tillflow.studio.audit.Audit;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes ended instances from history, with those they called and with what people noted down about them here. The audit keeps
 * that it happened, and of variables that were set by hand only their names.
 */
@Component
class Deletions {

    private static final String OBJECT_IN_USE = "55006";

    private final Instances instances;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Deletions(Instances instances, Audit audit, JdbcClient jdbc, TransactionTemplate transaction) {
        this.instances = instances;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Empty when somebody else was quicker. */
    Optional<String> delete(long instanceKey, String actor) {
        Instance instance = instances
                .find(instanceKey)
                .orElseThrow(() -> new Rejected(
                        Rejected.Why.NOT_FOUND, "There is no instance with key " + instanceKey + ".", null));
        if (instance.state().open()) {
            throw running(instanceKey);
        }
        try {
            return transaction.execute(status -> delete(instance, actor));
        } catch (DataAccessException failed) {
            if (failed.getRootCause() instanceof SQLException cause && OBJECT_IN_USE.equals(cause.getSQLState())) {
                throw running(instanceKey);
            }
            throw failed;
        }
    }

    private static Rejected running(long instanceKey) {
        return new Rejected(
                Rejected.Why.WRONG_STATE,
                "Expected instance " + instanceKey
                        + " to have ended with those it called and those that called it, but one of them still runs: cancel it first.",
                null);
    }

    private Optional<String> delete(Instance instance, String actor) {
        Long[] tasks = tasks(instance.key());
        List<Long> gone = jdbc.sql("SELECT unnest(history.delete_ended(:key))")
                .param("key", instance.key())
                .query(Long.class)
                .list();
        if (gone.isEmpty()) {
            return Optional.empty();
        }
        forget(gone, tasks);
        List<String> called = gone.stream()
                .filter(it -> it != instance.key())
                .map(String::valueOf)
                .toList();
        Map<String, Object> before = new LinkedHashMap<>();
        before.put("process", instance.processId());
        before.put("version", instance.version());
        before.put("state", instance.state());
        before.put("startedAt", instance.startedAt());
        before.put("endedAt", instance.endedAt());
        before.put("called", called);
        audit.recordAs(actor, "instance.deleted", Acts.subject(instance.key()), before, null);
        return Optional.of(called.isEmpty() ? "deleted" : "deleted with " + called.size() + " it called");
    }

    /** The tasks of an instance and of those it called, while history knows them. */
    private Long[] tasks(long instanceKey) {
        return jdbc.sql("""
                        WITH RECURSIVE family AS (
                            SELECT key FROM history.process_instance WHERE key = :key
                            UNION
                            SELECT p.key FROM history.process_instance p JOIN family f ON p.parent_process_instance_key = f.key
                        )
                        SELECT j.key FROM history.job j JOIN family f ON j.process_instance_key = f.key
                        UNION ALL
                        SELECT u.key FROM history.user_task u JOIN family f ON u.process_instance_key = f.key""").param("key", instanceKey).query(Long.class).list().toArray(Long[]::new);
    }

    /** What the studio itself knows about them and their tasks. */
    private void forget(List<Long> gone, Long[] tasks) {
        Long[] keys = gone.toArray(Long[]::new);
        jdbc.sql("DELETE FROM studio.task_comment WHERE instance_key = ANY (:keys)")
                .param("keys", keys)
                .update();
        for (String notes : List.of("task_claim", "task_plan", "task_draft")) {
            jdbc.sql("DELETE FROM studio." + notes + " WHERE task_key = ANY (:tasks)")
                    .param("tasks", tasks)
                    .update();
        }
        jdbc.sql("DELETE FROM studio.repair_command WHERE instance_key = ANY (:keys) AND kind <> 'DELETE'")
                .param("keys", keys)
                .update();
        jdbc.sql("""
                        UPDATE studio.audit
                           SET before = (SELECT jsonb_object_agg(name, 'deleted') FROM jsonb_object_keys(before) name),
                               after = (SELECT jsonb_object_agg(name, 'deleted') FROM jsonb_object_keys(after) name)
                         WHERE subject = ANY (:subjects) AND action = 'variables.set'""")
                .param("subjects", gone.stream().map(Acts::subject).toArray(String[]::new))
                .update();
    }
}
