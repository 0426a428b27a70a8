package io.tillflow.studio.tasks;

import io.tillflow.studio.platform.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets claims, plans and drafts of tasks that are done, and what was said about instances that are gone. */
@Component
class CleanUp {

    private static final Logger LOG = LoggerFactory.getLogger(CleanUp.class);
    private static final String[] TABLES = {"task_claim", "task_plan", "task_draft"};
    private static final String[] KEPT_AS = {"job", "user_task"};

    private final JdbcClient jdbc;
    private final Database database;

    CleanUp(JdbcClient jdbc, Database database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 120_000)
    void cleanUp() {
        if (!database.ready()) {
            return;
        }
        try {
            for (String table : TABLES) {
                // an hour, so that whoever is late hears who completed the task
                for (String kept : KEPT_AS) {
                    jdbc.sql("""
                                    DELETE FROM studio.%s t USING history.%s j
                                    WHERE j.key = t.task_key AND j.ended_at < now() - interval '1 hour'""".formatted(table, kept)).update();
                }
            }
            jdbc.sql("""
                            DELETE FROM studio.task_comment c WHERE c.written_at < now() - interval '30 days'
                              AND NOT EXISTS (SELECT FROM history.process_instance p WHERE p.key = c.instance_key)""").update();
        } catch (RuntimeException failure) {
            LOG.warn("notes about finished tasks could not be cleaned up: {}", failure.getMessage());
        }
    }
}
