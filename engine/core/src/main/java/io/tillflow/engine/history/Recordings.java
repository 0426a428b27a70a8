package io.tillflow.engine.history;

import io.tillflow.engine.history.Facts.Everything;
import io.tillflow.engine.history.Facts.Variable;
import io.tillflow.engine.history.Recording.Change;
import io.tillflow.engine.history.Recording.Taking;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what happened to an instance, change by change; the newest ones of an instance with too many. */
public final class Recordings {

    /** More changes than this are not replayed. */
    static final int MOST = 5_000;

    private final JdbcClient jdbc;
    private final InstanceFacts facts;

    public Recordings(JdbcClient jdbc, InstanceFacts facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    public Optional<Recording> find(long instanceKey) {
        return facts.everything(instanceKey).map(this::of);
    }

    /** The recording that leads to these facts. */
    public Recording of(Everything now) {
        long key = now.instance().key();
        return new Recording(now, takings(key), changes(key));
    }

    private List<Taking> takings(long instanceKey) {
        return jdbc.sql("""
                        select element_id, taken_at from history.sequence_flow
                         where process_instance_key = :key order by position desc limit :most""")
                .param("key", instanceKey)
                .param("most", MOST)
                .query((row, n) -> new Taking(row.getString("element_id"), Columns.instant(row, "taken_at")))
                .list()
                .reversed();
    }

    /** What the variables of an instance were set to, oldest first. */
    public List<Change> changes(long instanceKey) {
        return jdbc.sql("""
                        select scope_key, name, value, changed_at from history.variable_change
                         where process_instance_key = :key order by position desc limit :most""")
                .param("key", instanceKey)
                .param("most", MOST)
                .query((row, n) -> new Change(new Variable(
                        row.getLong("scope_key"),
                        row.getString("name"),
                        Columns.json(row, "value"),
                        Columns.instant(row, "changed_at"))))
                .list()
                .reversed();
    }
}
