package io.tillflow.studio.lint;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a new version meets when it is deployed: the live version, who has been calling it, who takes its jobs. */
@Component
class Landscape {
    private static final Logger LOG = LoggerFactory.getLogger(Landscape.class);

    private final JdbcClient jdbc;

    Landscape(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The outline of the newest deployed version of a process. */
    Optional<BpmnOutline> live(String processId) {
        return ask(() ->
                        jdbc.sql("""
                                SELECT resource FROM history.process_definition
                                WHERE bpmn_process_id = :id ORDER BY version DESC LIMIT 1""").param("id", processId).query(String.class).optional())
                .flatMap(resource -> resource)
                .map(BpmnOutline::of);
    }

    /** Whether somebody sends this message: the shop does, or it has started this process before. */
    boolean isUsed(String message, String processId) {
        return ShippedContract.messages().contains(message)
                || ask(() -> jdbc.sql("""
                                        SELECT EXISTS (SELECT FROM history.message_correlation
                                          WHERE name = :name AND bpmn_process_id = :id AND kind = 'START')""")
                                .param("name", message)
                                .param("id", processId)
                                .query(Boolean.class)
                                .single())
                        .orElse(false);
    }

    /** The types of the shipped workers, and those some worker has completed before. */
    boolean hasWorker(String jobType) {
        return jobType.startsWith("io.camunda.zeebe:")
                || ShippedContract.jobTypes().contains(jobType)
                || ask(() -> jdbc.sql("""
                                        SELECT EXISTS (SELECT FROM history.job
                                          WHERE type = :type AND state = 'COMPLETED' LIMIT 1)""")
                                .param("type", jobType)
                                .query(Boolean.class)
                                .single())
                        .orElse(false);
    }

    /** Without history there is nothing to compare with; that is no reason to refuse a model. */
    private static <T> Optional<T> ask(java.util.function.Supplier<T> query) {
        try {
            return Optional.of(query.get());
        } catch (DataAccessException away) {
            LOG.debug("history cannot be asked: {}", away.getMessage());
            return Optional.empty();
        }
    }
}
