package io.tillflow.storefront.recommendations;

import io.tillflow.models.ModelFile;
import io.tillflow.models.recommend.Recommendation;
import io.tillflow.models.recommend.Recommender;
import io.tillflow.models.table.BadData;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The version of the recommendation model that one of the registry's views names; what is damaged leaves the one before. */
final class ModelInMemory {
    static final String MODEL = "recommendation";
    private static final Logger log = LoggerFactory.getLogger(ModelInMemory.class);

    private final JdbcClient jdbc;
    private final String view;
    private volatile @Nullable Loaded loaded;

    ModelInMemory(JdbcClient jdbc, String view) {
        this.jdbc = jdbc;
        this.view = view;
    }

    /**
     * A version ready to be asked.
     *
     * @param learnedUntil when the newest order it learned from was placed
     */
    record Loaded(int version, String digest, int orders, Instant learnedUntil, Recommender recommender) {}

    private record Named(int version, String digest) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stored(int version, String digest, int rows, Instant windowTo, byte[] artefact) {}

    Optional<Loaded> loaded() {
        return Optional.ofNullable(loaded);
    }

    void refresh() {
        Optional<Named> named = named();
        Loaded known = loaded;
        if (named.isEmpty()) {
            loaded = null;
        } else if (known == null
                || !known.digest().equals(named.get().digest())
                || known.version() != named.get().version()) {
            load();
        }
    }

    private Optional<Named> named() {
        boolean there = jdbc.sql("select to_regclass(:view) is not null")
                .param("view", view)
                .query(Boolean.class)
                .single();
        return there
                ? jdbc.sql("select version, digest from " + view + " where model = :model")
                        .param("model", MODEL)
                        .query(Named.class)
                        .optional()
                : Optional.empty();
    }

    private void load() {
        jdbc.sql("select version, digest, rows, window_to, artefact from " + view + " where model = :model")
                .param("model", MODEL)
                .query(Stored.class)
                .optional()
                .ifPresent(this::load);
    }

    private void load(Stored version) {
        if (!digest(version.artefact()).equals(version.digest())) {
            log.error("version {} of {} is damaged: its bytes do not have its digest", version.version(), MODEL);
            return;
        }
        try {
            ModelFile file = ModelFile.read(MODEL + " " + version.version(), version.artefact());
            Recommender recommender = new Recommender(new Recommendation().read(file));
            loaded = new Loaded(version.version(), version.digest(), version.rows(), version.windowTo(), recommender);
            log.info("version {} of the model for recommendations is in memory as {}", version.version(), view);
        } catch (BadData unreadable) {
            log.error("version {} of {} cannot be used: {}", version.version(), MODEL, unreadable.getMessage());
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
