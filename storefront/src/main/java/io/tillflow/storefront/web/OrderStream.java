package io.tillflow.storefront.web;

import io.tillflow.storefront.database.Notifications;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open order pages that something changed; they then fetch what. */
@Component
class OrderStream {
    private static final long OPEN_FOR = Duration.ofMinutes(10).toMillis();

    private final ConcurrentHashMap<UUID, Set<SseEmitter>> open = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    OrderStream(Notifications notifications) {
        notifications.onOrder(this::changed);
    }

    SseEmitter open(UUID order) {
        SseEmitter emitter = new SseEmitter(OPEN_FOR);
        emitter.onCompletion(() -> close(order, emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(e -> close(order, emitter));
        open.compute(order, (id, known) -> {
            Set<SseEmitter> emitters = known == null ? ConcurrentHashMap.newKeySet() : known;
            emitters.add(emitter);
            return emitters;
        });
        send(order, emitter, SseEmitter.event().reconnectTime(2000).comment("here"));
        return emitter;
    }

    private void changed(String order) {
        if (order.isEmpty()) {
            open.forEach((id, emitters) -> emitters.forEach(e -> tell(id, e)));
            return;
        }
        UUID id = UUID.fromString(order);
        open.getOrDefault(id, Set.of()).forEach(e -> tell(id, e));
    }

    private void tell(UUID order, SseEmitter emitter) {
        senders.execute(
                () -> send(order, emitter, SseEmitter.event().name("changed").data("")));
    }

    /** Open pages must not hold up a stop; they ask again at the next copy of the shop. */
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        open.values().forEach(emitters -> emitters.forEach(SseEmitter::complete));
    }

    /** Finds out which pages were closed without a word. */
    @Scheduled(fixedDelayString = "${shop.heartbeat:20s}")
    void heartbeat() {
        open.forEach((id, emitters) -> emitters.forEach(
                e -> senders.execute(() -> send(id, e, SseEmitter.event().comment("")))));
    }

    private void send(UUID order, SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            close(order, emitter);
        }
    }

    private void close(UUID order, SseEmitter emitter) {
        open.computeIfPresent(order, (id, emitters) -> {
            emitters.remove(emitter);
            return emitters.isEmpty() ? null : emitters;
        });
    }
}
