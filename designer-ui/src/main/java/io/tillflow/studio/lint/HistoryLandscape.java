package io.tillflow.studio.lint;

import java.util.List;
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

    private static final String SAVED = """
            SELECT EXISTS (SELECT FROM studio.model m
              JOIN LATERAL (SELECT source FROM studio.model_version WHERE model_id = m.id ORDER BY version DESC LIMIT 1) v ON true
              WHERE m.kind = :kind AND m.deleted_at IS NULL AND v.source ~ :pattern)""";

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

    @Override
    public boolean isSent(String message) {
        return ShippedContract.messages().contains(message)
                || exists("SELECT EXISTS (SELECT FROM history.message WHERE name = :id LIMIT 1)", message);
    }

    @Override
    public boolean has(Thing thing, String id) {
        return switch (thing) {
            case DECISION ->
                ShippedContract.decisions().contains(id)
                        || exists(SAVED, "DMN", "<(\\w+:)?decision\\s[^>]*\\mid=\"" + quoted(id) + "\"")
                        || exists(
                                "SELECT EXISTS (SELECT FROM history.drg WHERE resource LIKE '%id=\"' || :id || '\"%')",
                                id);
            case FORM ->
                exists(SAVED, "FORM", "\"id\"\\s*:\\s*\"" + quoted(id) + "\"")
                        || exists("SELECT EXISTS (SELECT FROM history.form WHERE form_id = :id)", id);
            case PROCESS ->
                exists(SAVED, "BPMN", "<(\\w+:)?process\\s[^>]*\\mid=\"" + quoted(id) + "\"")
                        || exists(
                                "SELECT EXISTS (SELECT FROM history.process_definition WHERE bpmn_process_id = :id)",
                                id);
            case ERROR ->
                ShippedContract.errors().contains(id)
                        || exists("SELECT EXISTS (SELECT FROM history.job WHERE error_code = :id LIMIT 1)", id);
        };
    }

    @Override
    public List<String> forms() {
        return ask(() -> jdbc.sql("""
                                SELECT v.source FROM studio.model m
                                JOIN LATERAL (SELECT source FROM studio.model_version
                                              WHERE model_id = m.id ORDER BY version DESC LIMIT 1) v ON true
                                WHERE m.kind = 'FORM' AND m.deleted_at IS NULL ORDER BY m.id""").query(String.class).list()).orElse(List.of());
    }

    private static String quoted(String id) {
        return id.replaceAll("[^A-Za-z0-9_]", "\\\\$0");
    }

    private boolean exists(String sql, String id) {
        return ask(() -> jdbc.sql(sql).param("id", id).query(Boolean.class).single())
                .orElse(false);
    }

    private boolean exists(String sql, String kind, String pattern) {
        return ask(() -> jdbc.sql(sql)
                        .param("kind", kind)
                        .param("pattern", pattern)
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
