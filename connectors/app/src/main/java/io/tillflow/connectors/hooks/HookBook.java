package io.tillflow.connectors.hooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks as they are kept; their secrets are kept elsewhere. */
@Repository
class HookBook {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS =
            "id, message, signing, header, id_from, subject_from, variables::text as variables, per_minute, changed_at, changed_by";

    private final JdbcClient database;

    HookBook(JdbcClient database) {
        this.database = database;
    }

    List<Hook> all() {
        return database.sql("select " + COLUMNS + " from connectors.hook order by id")
                .query(HookBook::hook)
                .list();
    }

    Optional<Hook> find(String id) {
        return database.sql("select " + COLUMNS + " from connectors.hook where id = :id")
                .param("id", id)
                .query(HookBook::hook)
                .optional();
    }

    private static Hook hook(ResultSet row, int number) throws SQLException {
        return new Hook(
                row.getString("id"),
                row.getString("message"),
                Signing.of(row.getString("signing")),
                row.getString("header"),
                row.getString("id_from"),
                row.getString("subject_from"),
                JSON.readValue(row.getString("variables"), new TypeReference<>() {}),
                row.getInt("per_minute"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"));
    }

    /** Puts it in the place of one with the same id. */
    void put(Hook hook) {
        database.sql("""
                insert into connectors.hook (id, message, signing, header, id_from, subject_from, variables, per_minute, changed_at, changed_by)
                values (:id, :message, :signing, :header, :idFrom, :subjectFrom, cast(:variables as jsonb), :perMinute, :now, :by)
                on conflict (id) do update
                   set message = excluded.message, signing = excluded.signing, header = excluded.header, id_from = excluded.id_from,
                       subject_from = excluded.subject_from, variables = excluded.variables, per_minute = excluded.per_minute,
                       changed_at = excluded.changed_at, changed_by = excluded.changed_by
                """)
                .param("id", hook.id())
                .param("message", hook.message())
                .param("signing", hook.signing().word())
                .param("header", hook.header())
                .param("idFrom", hook.idFrom())
                .param("subjectFrom", hook.subjectFrom())
                .param("variables", JSON.writeValueAsString(hook.variables()))
                .param("perMinute", hook.perMinute())
                .param("now", Timestamp.from(hook.changedAt()))
                .param("by", hook.changedBy())
                .update();
    }

    boolean delete(String id) {
        return database.sql("delete from connectors.hook where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The processes that a message begins. */
    List<String> begunBy(String message) {
        return database.sql("select process_id from connectors.automation_trigger where message = :message order by 1")
                .param("message", message)
                .query(String.class)
                .list();
    }
}
