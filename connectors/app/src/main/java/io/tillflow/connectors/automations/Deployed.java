package io.tillflow.connectors.automations;

import io.tillflow.engine.model.ProcessModels;
import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What history knows of deployed processes; empty while it cannot be asked. */
@Repository
class Deployed {
    private static final Logger log = LoggerFactory.getLogger(Deployed.class);

    private final JdbcClient database;
    private final Days days;
    private final Map<Long, String> names = new ConcurrentHashMap<>();

    Deployed(JdbcClient database, Days days) {
        this.database = database;
        this.days = days;
    }

    record Newest(String processId, long key, int version) {}

    private record Runs(String processId, long runs) {}

    /** The newest version of each process, by its id. */
    Map<String, Newest> newest() {
        try {
            return database.sql("""
                    select distinct on (bpmn_process_id) bpmn_process_id as process_id, key, version
                      from history.process_definition where state = 'ACTIVE' order by bpmn_process_id, version desc
                    """).query(Newest.class).list().stream()
                    .collect(Collectors.toMap(Newest::processId, newest -> newest));
        } catch (DataAccessException away) {
            log.debug("history cannot be asked what is deployed", away);
            return Map.of();
        }
    }

    /** What people call a process. */
    String name(Newest version) {
        return names.computeIfAbsent(version.key(), key -> read(version));
    }

    private String read(Newest version) {
        String file = database.sql("select resource from history.process_definition where key = :key")
                .param("key", version.key())
                .query(String.class)
                .single();
        try {
            return ProcessModels.parse(file).title();
        } catch (IllegalArgumentException unreadable) {
            log.debug("the file of process {} has no name to read", version.processId(), unreadable);
            return version.processId();
        }
    }

    /** How many instances began today, by process; empty while history cannot be asked. */
    Optional<Map<String, Long>> runsToday() {
        try {
            return Optional.of(
                    database
                            .sql("""
                    select bpmn_process_id as process_id, count(*) as runs from history.process_instance
                     where started_at >= :midnight group by 1
                    """)
                            .param("midnight", Timestamp.from(days.midnight()))
                            .query(Runs.class)
                            .list()
                            .stream()
                            .collect(Collectors.toMap(Runs::processId, Runs::runs)));
        } catch (DataAccessException away) {
            log.debug("history cannot be asked what began today", away);
            return Optional.empty();
        }
    }
}
