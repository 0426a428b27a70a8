package io.tillflow.studio.lint;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The landscape as history tells it, with what Tillflow's own parts are known to do. */
@Component
class HistoryLandscape implements Landscape {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryLandscape.class);

    private final JdbcClient jdbc;

    HistoryLandscape(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<BpmnOutline> live(String processId) {
        return ask(() ->
                        jdbc.sql("""
                                SELECT resource FROM history.process_definition
                                WHERE bpmn_process_id = :id ORDER BY version DESC LIMIT 1""").param("id", processId).query(String.class).optional())
                .flatMap(resource -> resource)
                .map(BpmnOutline::of);
    }

    @Override
    public boolean isUsed(String message, String processId) {
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

    @Override
    public boolean hasWorker(String jobType) {
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
