package io.tillflow.storefront.recommendations;

import io.tillflow.models.ModelFile;
import io.tillflow.models.recommend.Recommendation;
import io.tillflow.models.recommend.Recommender;
import io.tillflow.models.table.BadData;
import io.tillflow.storefront.database.Notifications;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The version of the recommendation model that is in use, in memory; changed within moments when another one is promoted.
 * What is damaged or cannot be read leaves the one before.
 */
@Component
public class LiveModel {
    private static final Logger log = LoggerFactory.getLogger(LiveModel.class);
    private static final String MODEL = "recommendation";

    private final JdbcClient jdbc;
    private volatile @Nullable Loaded loaded;

    LiveModel(JdbcClient jdbc, Notifications notifications) {
        this.jdbc = jdbc;
        notifications.onModel(model -> refresh());
    }

    /** A version ready to be asked. */
    record Loaded(int version, String digest, int orders, Recommender recommender) {}

    private record Named(int version, String digest) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stored(int version, String digest, int rows, byte[] artefact) {}

    Optional<Loaded> loaded() {
        return Optional.ofNullable(loaded);
    }

    /** A notification may get lost, so that it is looked now and then. */
    @Scheduled(initialDelayString = "${shop.model-first:5s}", fixedDelayString = "${shop.model-every:1m}")
    public void refresh() {
        try {
            Optional<Named> live = live();
            Loaded known = loaded;
            if (live.isEmpty()) {
                loaded = null;
            } else if (known == null
                    || !known.digest().equals(live.get().digest())
                    || known.version() != live.get().version()) {
                load();
            }
        } catch (DataAccessException away) {
            log.debug("the model stays as it was loaded last", away);
        }
    }

    private Optional<Named> live() {
        boolean there = jdbc.sql("select to_regclass('intelligence.live_model') is not null")
                .query(Boolean.class)
                .single();
        return there
                ? jdbc.sql("select version, digest from intelligence.live_model where model = :model")
                        .param("model", MODEL)
                        .query(Named.class)
                        .optional()
                : Optional.empty();
    }

    private void load() {
        Optional<Stored> stored = jdbc.sql(
                        "select version, digest, rows, artefact from intelligence.live_model where model = :model")
                .param("model", MODEL)
                .query(Stored.class)
                .optional();
        if (stored.isEmpty()) {
            return;
        }
        Stored version = stored.get();
        if (!digest(version.artefact()).equals(version.digest())) {
            log.error("version {} of {} is damaged: its bytes do not have its digest", version.version(), MODEL);
            return;
        }
        try {
            ModelFile file = ModelFile.read(MODEL + " " + version.version(), version.artefact());
            Recommender recommender = new Recommender(new Recommendation().read(file));
            loaded = new Loaded(version.version(), version.digest(), version.rows(), recommender);
            log.info("recommendations come from version {} of the model now", version.version());
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
