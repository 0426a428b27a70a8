package io.tillflow.studio.models;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which versions the engine runs, found by comparing what was deployed with what was saved. */
@Repository
class LiveVersions {
    private static final Logger LOG = LoggerFactory.getLogger(LiveVersions.class);

    /** How far the engine's clock and this one may be apart about the same deployment. */
    private static final Duration NEAR = Duration.ofMinutes(2);

    /** What is deployed, of every kind, under the name of its file. */
    private static final String DEPLOYED = """
            SELECT resource_name, max(version) OVER (PARTITION BY resource_name) = version AS newest, version,
                   md5(resource) AS digest, deployed_at FROM history.process_definition
            UNION ALL
            SELECT resource_name, max(version) OVER (PARTITION BY resource_name) = version, version, md5(resource), NULL
            FROM history.drg
            UNION ALL
            SELECT resource_name, max(version) OVER (PARTITION BY resource_name) = version, version, md5(resource), NULL
            FROM history.form
            """;

    /**
     * The version new work starts with.
     *
     * @param version the saved version that equals it; empty when it was deployed from somewhere else and never saved
     * @param by who deployed it last here; empty when it came with the suite or from elsewhere
     */
    record Live(
            String modelId,
            int engineVersion,
            OptionalInt version,
            @Nullable Instant since,
            String by) {}

    /** How many instances still run a version of the engine. */
    record Running(int engineVersion, long instances) {}

    private final JdbcClient jdbc;

    LiveVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Live> all() {
        return query("").stream().collect(Collectors.toMap(Live::modelId, live -> live, (a, b) -> a));
    }

    Optional<Live> of(String modelId) {
        return query(modelId).stream().findFirst();
    }

    private List<Live> query(String modelId) {
        return ask(
                () -> jdbc.sql("WITH deployed AS (" + DEPLOYED + ") " + """
                                SELECT m.id, d.version AS engine_version, coalesce(d.deployed_at, p.deployed_at) AS since, v.version,
                                       CASE WHEN abs(extract(epoch FROM p.deployed_at - coalesce(d.deployed_at, p.deployed_at))) < :near
                                            THEN p.author ELSE '' END AS author
                                FROM studio.model m JOIN deployed d ON d.newest AND d.resource_name = m.file_name
                                LEFT JOIN LATERAL (SELECT max(version) AS version FROM studio.model_version
                                                   WHERE model_id = m.id AND digest = d.digest) v ON true
                                LEFT JOIN studio.model_proof p ON p.model_id = m.id AND p.version = v.version
                                WHERE :id IN ('', m.id)""")
                        .param("id", modelId)
                        .param("near", NEAR.toSeconds())
                        .query((row, n) -> {
                            int version = row.getInt("version");
                            OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
                            return new Live(
                                    row.getString("id"),
                                    row.getInt("engine_version"),
                                    version == 0 ? OptionalInt.empty() : OptionalInt.of(version),
                                    since == null ? null : since.toInstant(),
                                    row.getString("author"));
                        })
                        .list(),
                List.of());
    }

    /** The engine's version of each saved version that was ever deployed. */
    Map<Integer, Integer> engineVersions(String modelId) {
        return ask(
                () -> jdbc
                        .sql("WITH deployed AS (" + DEPLOYED + ") " + """
                                SELECT v.version, max(d.version) AS engine_version FROM studio.model m
                                JOIN studio.model_version v ON v.model_id = m.id
                                JOIN deployed d ON d.resource_name = m.file_name AND d.digest = v.digest
                                WHERE m.id = :id GROUP BY v.version""")
                        .param("id", modelId)
                        .query((row, n) -> Map.entry(row.getInt("version"), row.getInt("engine_version")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                Map.of());
    }

    /** Running instances by version, newest first; empty for decisions and forms. */
    List<Running> running(String modelId) {
        return ask(
                () -> jdbc.sql("""
                                SELECT d.version, count(*) AS instances FROM history.process_definition d
                                JOIN studio.model m ON m.file_name = d.resource_name AND m.id = :id
                                JOIN history.process_instance i ON i.process_definition_key = d.key AND i.state = 'ACTIVE'
                                GROUP BY d.version ORDER BY d.version DESC""")
                        .param("id", modelId)
                        .query((row, n) -> new Running(row.getInt("version"), row.getLong("instances")))
                        .list(),
                List.of());
    }

    /** Before the first record was exported there is no history: nothing is live as far as anybody knows. */
    private static <T> T ask(Supplier<T> query, T unknown) {
        try {
            return query.get();
        } catch (DataAccessException away) {
            LOG.debug("history cannot be asked: {}", away.getMessage());
            return unknown;
        }
    }
}
