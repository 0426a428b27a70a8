package io.tillflow.studio.models;

import io.tillflow.studio.models.Proofs.Proof;
import io.tillflow.studio.security.CurrentUser;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the scenarios said when a version went live. */
@Repository
class ProofLog {
    /**
     * How it stood when the version was deployed last.
     *
     * @param red how many of them went otherwise: somebody deployed it anyway
     * @param notPlayable why they could not be played; empty when they could
     */
    record Entry(int scenarios, int red, String notPlayable, String author) {}

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    ProofLog(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Who and when stay as they were while the engine makes no new version of the same file.
     *
     * @param key what the engine calls the version that it made or kept
     */
    void keep(String modelId, int version, Proof proof, long key) {
        jdbc.sql("""
                        INSERT INTO studio.model_proof AS was
                          (model_id, version, scenarios, red, not_playable, author, deployed_at, engine_key)
                        VALUES (:id, :version, :scenarios, :red, :notPlayable, :author, :now, :key)
                        ON CONFLICT (model_id, version) DO UPDATE SET scenarios = :scenarios, red = :red,
                          not_playable = :notPlayable, engine_key = :key,
                          author = CASE WHEN was.engine_key <> :key THEN :author ELSE was.author END,
                          deployed_at = CASE WHEN was.engine_key <> :key THEN :now ELSE was.deployed_at END""")
                .param("key", key)
                .param("id", modelId)
                .param("version", version)
                .param("scenarios", proof.count())
                .param("red", proof.red().size())
                .param("notPlayable", proof.notPlayable())
                .param("author", user.name())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    Map<Integer, Entry> of(String modelId) {
        return jdbc
                .sql("""
                        SELECT version, scenarios, red, not_playable, author FROM studio.model_proof WHERE model_id = :id""")
                .param("id", modelId)
                .query((row, n) -> Map.entry(
                        row.getInt("version"),
                        new Entry(
                                row.getInt("scenarios"),
                                row.getInt("red"),
                                row.getString("not_playable"),
                                row.getString("author"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
