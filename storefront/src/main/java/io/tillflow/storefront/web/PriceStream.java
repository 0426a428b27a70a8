package io.tillflow.storefront.web;

import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.prices.PriceTags;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open pages which of their products have another price; they then fetch how it is said. */
@Component
class PriceStream {
    private static final long OPEN_FOR = Duration.ofMinutes(10).toMillis();
    private static final int MOST = 4000;

    private final ConcurrentHashMap<SseEmitter, Set<String>> open = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final PriceTags tags;
    private final Shelf shelf;
    private final Clock clock;

    PriceStream(PriceTags tags, Shelf shelf, Clock clock) {
        this.tags = tags;
        this.shelf = shelf;
        this.clock = clock;
        tags.onChange(this::changed);
    }

    /** Empty when too many pages listen: prices are then as of the page. */
    Optional<SseEmitter> open(Set<String> products, Instant since) {
        if (open.size() >= MOST) {
            return Optional.empty();
        }
        SseEmitter emitter = new SseEmitter(OPEN_FOR);
        emitter.onCompletion(() -> open.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(e -> open.remove(emitter));
        open.put(emitter, products);
        send(emitter, SseEmitter.event().reconnectTime(2000).comment("here"));
        slugs(tags.since(since)).stream().filter(products::contains).forEach(slug -> tell(emitter, slug));
        return Optional.of(emitter);
    }

    private void changed(Set<String> skus) {
        Set<String> slugs = slugs(skus);
        open.forEach(
                (emitter, products) -> slugs.stream().filter(products::contains).forEach(slug -> tell(emitter, slug)));
    }

    private Set<String> slugs(Collection<String> skus) {
        return skus.stream()
                .map(shelf::item)
                .flatMap(Optional::stream)
                .map(Item::product)
                .map(Product::slug)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The id is where to go on after a lost connection; a second is left for what is on its way. */
    private void tell(SseEmitter emitter, String slug) {
        String id = String.valueOf(clock.millis() - 1000);
        senders.execute(
                () -> send(emitter, SseEmitter.event().name("price").id(id).data(slug)));
    }

    @EventListener(ContextClosedEvent.class)
    void endAll() {
        open.keySet().forEach(SseEmitter::complete);
    }

    @Scheduled(fixedDelayString = "${shop.heartbeat:20s}")
    void heartbeat() {
        open.keySet()
                .forEach(e -> senders.execute(() -> send(e, SseEmitter.event().comment(""))));
    }

    private void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            open.remove(emitter);
        }
    }
}
