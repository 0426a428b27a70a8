package io.tillflow.storefront.search.meaning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tillflow.models.machine.FreeMemory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
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
    private static final int KEPT = 5_000;
    private static final int WAITING = 8;
    private static final int LONGEST = 100;

    private final MeaningSettings settings;
    private final Clock clock;
    private final Supplier<Optional<String>> shortage;
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
    private final AtomicReference<Instant> nextLook = new AtomicReference<>(Instant.MIN);
    private final CountDownLatch settled = new CountDownLatch(1);
    private final List<Runnable> waiting = new CopyOnWriteArrayList<>();
    private volatile @Nullable SentenceModel model;
    private long second;
    private int read;

    @Autowired
    Understanding(MeaningSettings settings, Clock clock) {
        this(
                settings,
                clock,
                () -> new FreeMemory()
                        .missing(settings.needs().toBytes(), settings.heap().toBytes()));
    }

    /** @param shortage of memory, in a sentence; nothing where there is room */
    Understanding(MeaningSettings settings, Clock clock, Supplier<Optional<String>> shortage) {
        this.settings = settings;
        this.clock = clock;
        this.shortage = shortage;
    }

    /** What is to be done once the model is there. */
    void whenLoaded(Runnable task) {
        waiting.add(task);
    }

    private void load() {
        try {
            loadIfThereIsRoom();
        } finally {
            settled.countDown();
        }
        if (model != null) {
            waiting.forEach(Runnable::run);
        }
    }

    private void loadIfThereIsRoom() {
        Optional<String> missing = shortage.get();
        if (missing.isPresent()) {
            log.info("search goes by words alone for now, its language model is not loaded: {}", missing.get());
            return;
        }
        try {
            model = SentenceModel.load();
        } catch (LinkageError | IllegalStateException broken) {
            nextLook.set(Instant.MAX);
            log.warn("search goes by words alone: its language model cannot be loaded ({})", broken.getMessage());
        }
    }

    /** The model, loaded and waited for; nothing when there is none to be had by now. */
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

    /** The model is loaded when something is first searched for, or once there is memory for it; until then, searches go by words. */
    private void begin() {
        Instant due = nextLook.get();
        Instant now = clock.instant();
        boolean wanted = settings.on() && model == null && !now.isBefore(due);
        if (wanted && nextLook.compareAndSet(due, now.plus(settings.again()))) {
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
