package io.tillflow.engine.history;

import io.tillflow.engine.history.Facts.Call;
import io.tillflow.engine.history.Facts.Calls;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who called an instance, and whom it called; a call activity within a loop called several. */
final class InstanceCalls {

    private final JdbcClient jdbc;

    InstanceCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Calls of(long instanceKey) {
        List<Call> callers = calls("""
                from history.process_instance me
                join history.process_instance p on p.key = me.parent_process_instance_key
                left join history.element_instance e on e.key = me.parent_element_instance_key
                where me.key = :key""", instanceKey);
        List<Call> called = calls("""
                from history.process_instance p
                left join history.element_instance e on e.key = p.parent_element_instance_key
                where p.parent_process_instance_key = :key order by p.key desc limit :most""", instanceKey);
        return new Calls(callers.stream().findFirst(), called.reversed());
    }

    private List<Call> calls(String from, long instanceKey) {
        return jdbc.sql("select " + Instances.COLUMNS + ", e.key as call_key, e.element_id as call_element " + from)
                .param("key", instanceKey)
                .param("most", InstanceFacts.MOST)
                .query((row, n) ->
                        new Call(Instances.instance(row), row.getLong("call_key"), Columns.text(row, "call_element")))
                .list();
    }
}
