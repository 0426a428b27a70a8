package io.tillflow.storefront.search.meaning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a shopper's words mean: what was asked before at once, new words within a moment or not at all. Whatever is missing, be it the
 * model, memory or time, the search goes on by words.
 *
 * @see "docs/adr/0032"
 */
@Component
public class Understanding {
    private static final Logger log = LoggerFactory.getLogger(Understanding.class);
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final int KEPT = 5_000;
    private static final int WAITING = 8;
    private static final int LONGEST = 100;

    private final MeaningSettings settings;
    private final Clock clock;
    private final Cache<String, Meaning> known =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private final ThreadPoolExecutor reader = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("shop-meaning").factory());
    private final ReentrantLock counting = new ReentrantLock();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile @Nullable SentenceModel model;
    private long second;
    private int read;

    Understanding(MeaningSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private void load() {
        try {
            loadIfThereIsRoom();
        } finally {
            settled.countDown();
        }
    }

    private void loadIfThereIsRoom() {
        OptionalLong free = FreeMemory.bytes(MEMORY);
        if (free.isPresent() && free.getAsLong() < settings.needs().toBytes()) {
            log.info(
                    "search goes by words alone: {} MB of memory are free, its language model wants {} MB",
                    free.getAsLong() >> 20,
                    settings.needs().toMegabytes());
            return;
        }
        try {
            model = SentenceModel.load();
        } catch (LinkageError | IllegalStateException missing) {
            log.warn("search goes by words alone: its language model cannot be loaded ({})", missing.getMessage());
        }
    }

    /** The model, loaded and waited for; nothing when there is none to be had. */
    Optional<SentenceModel> loaded() throws InterruptedException {
        if (settings.on()) {
            begin();
            settled.await();
        }
        return Optional.ofNullable(model);
    }

    /** Nothing when there is no model, or no time to ask it. */
    public Optional<Meaning> of(String asked) {
        String plain = asked.strip().toLowerCase(Locale.ROOT);
        String words = plain.substring(0, Math.min(LONGEST, plain.length()));
        SentenceModel loaded = model;
        if (loaded == null || words.isEmpty()) {
            begin();
            return Optional.empty();
        }
        Meaning before = known.getIfPresent(words);
        return before != null ? Optional.of(before) : read(loaded, words);
    }

    private Optional<Meaning> read(SentenceModel loaded, String words) {
        if (!mayRead()) {
            return Optional.empty();
        }
        try {
            Future<Meaning> meaning = reader.submit(() -> known.get(words, loaded::of));
            return Optional.of(meaning.get(settings.within().toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException | TimeoutException tooBusy) {
            return Optional.empty(); // who asks the same a moment later finds it read
        } catch (ExecutionException failed) {
            log.warn("what was searched for could not be read", failed.getCause());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The model is loaded when something is first searched for; until it is there, searches go by words. */
    private void begin() {
        if (settings.on() && begun.compareAndSet(false, true)) {
            reader.execute(this::load);
        }
    }

    /** A flood of made-up words must not take a core from the pages. */
    private boolean mayRead() {
        counting.lock();
        try {
            long now = clock.instant().getEpochSecond();
            read = now == second ? read + 1 : 1;
            second = now;
            return read <= settings.perSecond();
        } finally {
            counting.unlock();
        }
    }
}
