package io.tillflow.storefront.intelligence;

import io.tillflow.models.ModelFile;
import io.tillflow.models.table.BadData;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The version of a model that one of the registry's views names; what is damaged leaves the one before.
 *
 * @param <M> what is asked
 */
public final class ModelInMemory<M> {
    /** Names the versions in use, at most one a model. */
    public static final String LIVE = "intelligence.live_model";
    /** Names those that answer beside them, unseen. */
    public static final String SHADOW = "intelligence.shadow_model";

    private static final Logger log = LoggerFactory.getLogger(ModelInMemory.class);

    private final JdbcClient jdbc;
    private final String view;
    private final String model;
    private final Function<ModelFile, M> reader;
    private volatile @Nullable Loaded<M> loaded;

    /** @param reader makes of the kept file what is asked; {@link BadData} when it cannot */
    public ModelInMemory(JdbcClient jdbc, String view, String model, Function<ModelFile, M> reader) {
        this.jdbc = jdbc;
        this.view = view;
        this.model = model;
        this.reader = reader;
    }

    /**
     * A version ready to be asked.
     *
     * @param orders how many it learned from
     * @param learnedUntil when the newest of them was placed
     */
    public record Loaded<M>(int version, String digest, int orders, Instant learnedUntil, M model) {}

    private record Named(int version, String digest) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stored(int version, String digest, int rows, Instant windowTo, byte[] artefact) {}

    public Optional<Loaded<M>> loaded() {
        return Optional.ofNullable(loaded);
    }

    /** Looks which version is named now, and loads it when it is another one. */
    public void refresh() {
        Optional<Named> named = named();
        Loaded<M> known = loaded;
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
                        .param("model", model)
                        .query(Named.class)
                        .optional()
                : Optional.empty();
    }

    private void load() {
        jdbc.sql("select version, digest, rows, window_to, artefact from " + view + " where model = :model")
                .param("model", model)
                .query(Stored.class)
                .optional()
                .ifPresent(this::load);
    }

    private void load(Stored version) {
        if (!digest(version.artefact()).equals(version.digest())) {
            log.error("version {} of {} is damaged: its bytes do not have its digest", version.version(), model);
            return;
        }
        try {
            M asked = reader.apply(ModelFile.read(model + " " + version.version(), version.artefact()));
            loaded = new Loaded<>(version.version(), version.digest(), version.rows(), version.windowTo(), asked);
            log.info("version {} of {} is in memory as {}", version.version(), model, view);
        } catch (BadData unreadable) {
            log.error("version {} of {} cannot be used: {}", version.version(), model, unreadable.getMessage());
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
