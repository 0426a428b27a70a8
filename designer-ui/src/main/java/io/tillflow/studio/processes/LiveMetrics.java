package io.tillflow.studio.processes;

import io.tillflow.engine.history.HistoryListener;
import io.tillflow.studio.processes.ProcessOverview.Line;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** Tells programs how the processes do, at once and then whenever history changed, once a second at most. */
@RestController
@RequestMapping("/api/v1")
class LiveMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(LiveMetrics.class);
    private static final Duration OPEN_FOR = Duration.ofMinutes(10);
    private static final int MOST = 50;
    private static final int RECONNECT_MS = 2_000;

    private final ProcessOverview overview;
    private final HistoryListener listener;
    private final Clock clock;
    private final Map<SseEmitter, AtomicBoolean> open =
            new ConcurrentHashMap<>(); // and whether something is being sent
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean changed = new AtomicBoolean();
    private volatile boolean lastConnected;

    LiveMetrics(ProcessOverview overview, HistoryListener listener, Clock clock) {
        this.overview = overview;
        this.listener = listener;
        this.clock = clock;
        AutoCloseable unused = listener.subscribe(change -> changed.set(true));
    }

    /**
     * The processes as they are at that moment, with their last 24 hours.
     *
     * @param connected whether changes arrive; otherwise these figures may be old
     */
    record Metrics(Instant at, boolean connected, List<Line> processes) {}

    /** Events named metrics; a stream ends after ten minutes, and whoever listens asks again. */
    @GetMapping(path = "/metrics/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen() {
        if (open.size() >= MOST) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, MOST + " programs listen already: try again when one has ended");
        }
        SseEventBuilder first = event(now()).reconnectTime(RECONNECT_MS);
        SseEmitter stream = new SseEmitter(OPEN_FOR.toMillis());
        stream.onCompletion(() -> open.remove(stream));
        stream.onTimeout(stream::complete);
        stream.onError(gone -> open.remove(stream));
        open.put(stream, new AtomicBoolean());
        send(stream, first);
        return stream;
    }

    private Metrics now() {
        Instant now = clock.instant();
        return new Metrics(now, listener.connected(), overview.lines(now.minus(Duration.ofDays(1)), now));
    }

    private static SseEventBuilder event(Metrics metrics) {
        return SseEmitter.event().name("metrics").data(metrics, MediaType.APPLICATION_JSON);
    }

    @Scheduled(fixedDelay = 1_000)
    void tell() {
        boolean connected = listener.connected();
        boolean told = !changed.getAndSet(false) && connected == lastConnected;
        if (told || open.isEmpty()) {
            return;
        }
        try {
            Metrics metrics = now();
            lastConnected = connected;
            tellAll(() -> event(metrics));
        } catch (RuntimeException away) {
            changed.set(true);
            LOG.debug("programs that listen could not be told: {}", away.getMessage());
        }
    }

    /** Finds out who left without a word. */
    @Scheduled(fixedDelay = 15_000)
    void heartbeat() {
        tellAll(() -> SseEmitter.event().comment(""));
    }

    /** Whoever does not read yet what was sent before hears the next. */
    private void tellAll(Supplier<SseEventBuilder> event) {
        open.forEach((stream, sending) -> {
            if (sending.compareAndSet(false, true)) {
                senders.execute(() -> {
                    send(stream, event.get());
                    sending.set(false);
                });
            }
        });
    }

    /** Nobody who listens holds up a stop. */
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        open.keySet().forEach(stream -> senders.execute(stream::complete));
    }

    private void send(SseEmitter stream, SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException gone) {
            open.remove(stream);
        }
    }
}
