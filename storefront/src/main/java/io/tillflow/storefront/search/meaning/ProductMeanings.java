package io.tillflow.storefront.search.meaning;

import io.tillflow.storefront.search.meaning.MeaningStore.Kept;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Reads what products are said to be, once for each text, beside everything else; what was read last counts until then. */
@Component
public class ProductMeanings {
    private static final Logger log = LoggerFactory.getLogger(ProductMeanings.class);

    private static final Map<String, String> NOTHING = Map.of();

    private final Understanding understanding;
    private final MeaningStore store;
    private final AtomicReference<Map<String, String>> unread = new AtomicReference<>(NOTHING);
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("shop-meanings").factory());
    private volatile Meanings meanings = Meanings.NONE;

    ProductMeanings(Understanding understanding, MeaningStore store) {
        this.understanding = understanding;
        this.store = store;
        understanding.whenLoaded(() -> worker.execute(this::readLatest));
    }

    public Meanings now() {
        return meanings;
    }

    /** Takes what all products are said to be, by product, and reads it soon. */
    public void read(Map<String, String> texts) {
        unread.set(Map.copyOf(texts));
        worker.execute(this::readLatest);
    }

    private void readLatest() {
        Map<String, String> texts = unread.getAndSet(NOTHING);
        if (texts.isEmpty()) {
            return;
        }
        try {
            Optional<SentenceModel> model = understanding.loaded();
            if (model.isPresent()) {
                meanings = new Meanings(meanings(model.get(), texts));
            } else {
                unread.compareAndSet(NOTHING, texts); // for when there is memory
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            log.warn("what products mean could not be read; the search goes by what was read before", failed);
        }
    }

    private Map<String, Meaning> meanings(SentenceModel model, Map<String, String> texts) {
        Map<String, Kept> kept = kept();
        Map<String, Kept> all = new HashMap<>();
        Map<String, Kept> fresh = new HashMap<>();
        texts.forEach((product, text) -> {
            String digest = digest(text);
            Kept before = kept.get(product);
            if (before == null || !before.digest().equals(digest)) {
                before = new Kept(digest, model.of(text));
                fresh.put(product, before);
            }
            all.put(product, before);
        });
        keep(all, fresh);
        Map<String, Meaning> meanings = new HashMap<>();
        all.forEach((product, read) -> meanings.put(product, read.meaning()));
        return meanings;
    }

    private Map<String, Kept> kept() {
        try {
            return store.all();
        } catch (DataAccessException away) {
            return Map.of(); // then all of it is read
        }
    }

    private void keep(Map<String, Kept> all, Map<String, Kept> fresh) {
        try {
            fresh.forEach(store::keep);
            store.forgetAllBut(all.keySet());
        } catch (DataAccessException away) {
            log.info("what products mean could not be kept; the next start reads it again: {}", away.getMessage());
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
