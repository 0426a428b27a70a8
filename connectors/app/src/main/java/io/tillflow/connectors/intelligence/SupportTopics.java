package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.ai.local.LocalModel;
import io.tillflow.models.ModelFile;
import io.tillflow.models.machine.FreeMemory;
import io.tillflow.models.support.Support;
import io.tillflow.models.support.TopicReader;
import io.tillflow.models.support.TopicReader.Read;
import io.tillflow.processes.SupportRead;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What shoppers' questions are about, as the live version says; the one beside it is asked too, and what both said is kept to be held
 * against what people say. Without a version, without memory for the language model, or in another language than that reads, nothing
 * is said, and the table of words counts.
 */
@Component
public class SupportTopics {
    private static final Logger log = LoggerFactory.getLogger(SupportTopics.class);
    private static final String MODEL = LivingModel.SUPPORT.word();
    /** What the language model weighs once it is loaded, and as much again for everything else. */
    private static final long NEEDED = 200L << 20;
    /** Its file lies in the heap for a moment. */
    private static final long NEEDED_OF_THE_HEAP = 64L << 20;

    private final JdbcClient database;
    private final Registry registry;
    private final Shadows shadows;
    private final LocalModel embeddings;
    private final Clock clock;
    private final Map<Integer, TopicReader> readers = new ConcurrentHashMap<>();
    private volatile boolean loaded;

    SupportTopics(JdbcClient database, Registry registry, Shadows shadows, LocalModel embeddings, Clock clock) {
        this.database = database;
        this.registry = registry;
        this.shadows = shadows;
        this.embeddings = embeddings;
        this.clock = clock;
    }

    /** @param topic "none" where no version says anything, "unknown" where it is about nothing the version knows */
    public record Said(String topic, double probability) {
        static final Said NOTHING = new Said(SupportRead.NO_MODEL, 0);
    }

    /**
     * Of the version in use.
     *
     * @param words asked for only where there is a version that reads their language
     */
    public Said of(String requestId, String language, Supplier<String> words) {
        if (!language.equals(TopicReader.LANGUAGE)) {
            return Said.NOTHING;
        }
        Optional<Integer> live = registry.live(MODEL).map(ModelVersion::version);
        List<Integer> versions = Stream.concat(live.stream(), shadows.of(MODEL).map(ModelVersion::version).stream())
                .distinct()
                .toList();
        readers.keySet().retainAll(versions);
        if (versions.isEmpty() || !hasRoom()) {
            return Said.NOTHING;
        }
        String text = words.get();
        Map<Integer, Said> said = new HashMap<>();
        for (Integer version : versions) {
            say(version, text).ifPresent(it -> {
                said.put(version, it);
                keep(requestId, version, it);
            });
        }
        return live.map(said::get).orElse(Said.NOTHING);
    }

    /** Whatever a version cannot do must not hold up a question. */
    private Optional<Said> say(int version, String text) {
        try {
            Read read = readers.computeIfAbsent(version, this::reader).read(text);
            return Optional.of(new Said(read.topic(), read.probability()));
        } catch (RuntimeException | LinkageError trouble) {
            log.warn("version {} of {} says nothing, the table of words counts", version, MODEL, trouble);
            return Optional.empty();
        }
    }

    private TopicReader reader(int version) {
        ModelFile file = ModelFile.read(MODEL + " v" + version, registry.artefact(MODEL, version));
        return new TopicReader(new Support(() -> this::vectors).read(file), this::vectors);
    }

    private float[][] vectors(List<String> texts) {
        float[][] vectors = embeddings.vectors(texts).toArray(float[][]::new);
        loaded = true;
        return vectors;
    }

    /** Looked at before the language model is loaded, at each question until there is room. */
    private boolean hasRoom() {
        Optional<String> missing = loaded ? Optional.empty() : new FreeMemory().missing(NEEDED, NEEDED_OF_THE_HEAP);
        missing.ifPresent(it -> log.warn("no model reads questions, the table of words counts: {}", it));
        return missing.isEmpty();
    }

    private void keep(String requestId, int version, Said said) {
        database.sql("""
                insert into intelligence.support_answer (request_id, version, topic, probability, at)
                values (:request, :version, :topic, :probability, :now) on conflict do nothing
                """)
                .param("request", requestId)
                .param("version", version)
                .param("topic", said.topic())
                .param("probability", said.probability())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
