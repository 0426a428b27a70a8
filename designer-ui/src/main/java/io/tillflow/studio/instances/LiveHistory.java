package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import io.tillflow.engine.history.HistoryChange;
import io.tillflow.engine.history.HistoryListener;
import io.tillflow.studio.kit.Live;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Keeps open pages up to date. Changes are gathered for a moment, so that a burst of orders refreshes a page a few times
 * a second and no more; what a page shows is read off its thread and swapped in under its lock.
 */
@Service
public class LiveHistory {

    private static final Logger LOG = LoggerFactory.getLogger(LiveHistory.class);
    private static final int GATHER_MS = 400;
    private static final long GATHERING = Duration.ofMillis(GATHER_MS).toNanos();

    /** A page that takes long to read rests so many times as long: however much happens, reading it is only a part of the work. */
    private static final int REST = 2;

    private static final long LONGEST_REST = Duration.ofSeconds(5).toNanos();

    private final HistoryListener listener;
    private final LongSupplier clock;
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final Object lock = new Object();
    private Set<Long> keys = new HashSet<>();
    private boolean everything;
    private final List<Runnable> connectionWatchers = new CopyOnWriteArrayList<>();
    private volatile boolean lastConnected;

    @Autowired
    LiveHistory(HistoryListener listener) {
        this(listener, System::nanoTime);
    }

    /** With a clock of nanoseconds. */
    LiveHistory(HistoryListener listener, LongSupplier clock) {
        this.listener = listener;
        this.clock = clock;
        AutoCloseable unused = listener.subscribe(this::gather);
    }

    /** What to read when history changed, and how to show it. */
    private record Reading<T>(Supplier<T> read, Consumer<T> show) {

        void refresh(UI ui) {
            T fresh = read.get();
            Live.update(ui, () -> show.accept(fresh));
        }
    }

    /** A page that follows; only the thread that tells uses it. */
    private final class Watch {
        private final UI ui;
        private final Predicate<HistoryChange> concerns;
        private final Reading<?> reading;
        private long restsUntil = clock.getAsLong();
        private boolean stale;

        Watch(UI ui, Predicate<HistoryChange> concerns, Reading<?> reading) {
            this.ui = ui;
            this.concerns = concerns;
            this.reading = reading;
        }

        /** What changes while the page rests is shown when it has rested. */
        void tell(@Nullable HistoryChange change) {
            stale |= change != null && concerns.test(change);
            long begun = clock.getAsLong();
            if (stale && begun - restsUntil >= 0) {
                stale = false;
                try {
                    reading.refresh(ui);
                } catch (RuntimeException e) {
                    stale = true;
                    throw e;
                } finally {
                    long ended = clock.getAsLong();
                    restsUntil = ended + Math.clamp(REST * (ended - begun) - GATHERING, 0, LONGEST_REST);
                }
            }
        }
    }

    /** Refreshes the component whenever history changes in a way that concerns it, as long as it is attached. */
    public <T> void follow(Component page, Predicate<HistoryChange> concerns, Supplier<T> read, Consumer<T> show) {
        Reading<T> reading = new Reading<>(read, show);
        page.addAttachListener(attach -> {
            Watch watch = new Watch(attach.getUI(), concerns, reading);
            watches.add(watch);
            page.addDetachListener(detach -> {
                detach.unregisterListener();
                watches.remove(watch);
            });
        });
    }

    /** Whether changes arrive at the moment; a page says "live" only then. */
    public boolean connected() {
        return listener.connected();
    }

    /** Tells when changes begin or cease to arrive. */
    Registration watchConnection(Runnable watcher) {
        connectionWatchers.add(watcher);
        return () -> connectionWatchers.remove(watcher);
    }

    @Scheduled(fixedDelay = 1000)
    void lookAtConnection() {
        boolean now = listener.connected();
        if (now != lastConnected) {
            lastConnected = now;
            connectionWatchers.forEach(Runnable::run);
        }
    }

    /** Refreshes what shows an instance although history did not change: people noted something down about it. */
    public void nudge(long instanceKey) {
        gather(new HistoryChange(Set.of(instanceKey), false));
    }

    private void gather(HistoryChange change) {
        synchronized (lock) {
            keys.addAll(change.instanceKeys());
            everything |= change.everything();
        }
    }

    private @Nullable HistoryChange taken() {
        synchronized (lock) {
            if (keys.isEmpty() && !everything) {
                return null;
            }
            HistoryChange change = new HistoryChange(keys, everything);
            keys = new HashSet<>();
            everything = false;
            return change;
        }
    }

    @Scheduled(fixedDelay = GATHER_MS)
    void tell() {
        @Nullable HistoryChange change = taken();
        for (Watch watch : watches) {
            try {
                watch.tell(change);
            } catch (RuntimeException e) {
                LOG.debug("An open page could not be refreshed: {}", e.getMessage());
            }
        }
    }
}
