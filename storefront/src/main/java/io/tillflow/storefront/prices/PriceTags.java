package io.tillflow.storefront.prices;

import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.database.Notifications;
import io.tillflow.storefront.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the last month's changes say about prices, in memory; changes are heard from the database and told on. */
@Component
public class PriceTags {
    private static final Logger log = LoggerFactory.getLogger(PriceTags.class);

    private final Prices prices;
    private final Shelf shelf;
    private final Clock clock;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("shop-prices").factory());
    private volatile Map<Key, PriceTag> tags = Map.of();

    private record Key(String sku, String currency) {
        static Key of(PriceTag tag) {
            return new Key(tag.sku(), tag.currency());
        }
    }

    PriceTags(Prices prices, Shelf shelf, Notifications notifications, Clock clock) {
        this.prices = prices;
        this.shelf = shelf;
        this.clock = clock;
        notifications.onPrice(this::heard);
    }

    /** Calls back with the variants whose prices changed, once the shelf knows the new ones. */
    public void onChange(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }

    /** The latest change of a price in the currency of the request, if it was in the last 30 days. */
    public Optional<PriceTag> of(String sku) {
        return Optional.ofNullable(tags.get(new Key(sku, Money.currency())))
                .filter(tag -> tag.at().isAfter(clock.instant().minus(Prices.WINDOW)));
    }

    /** Variants whose prices changed after that. */
    public Set<String> since(Instant when) {
        return tags.values().stream()
                .filter(tag -> tag.at().isAfter(when))
                .map(PriceTag::sku)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** Many changes at once, as of an import, are read together. */
    private void heard(String sku) {
        if (heard.add(sku)) {
            worker.execute(this::read);
        }
    }

    private void read() {
        Set<String> changed = Set.copyOf(heard);
        if (changed.isEmpty()) {
            return;
        }
        try {
            heard.removeAll(changed);
            if (changed.contains("")) {
                readAll();
            } else {
                readSome(changed);
            }
        } catch (DataAccessException away) {
            log.debug("prices are read when the database is back", away);
        }
    }

    private void readSome(Set<String> changed) {
        Map<Key, PriceTag> next = new HashMap<>(tags);
        prices.tags(changed.toArray(String[]::new)).forEach(tag -> next.put(Key.of(tag), tag));
        shelf.reprice();
        tags = Map.copyOf(next);
        listeners.forEach(listener -> listener.accept(changed));
    }

    private void readAll() {
        Map<Key, PriceTag> before = tags;
        Map<Key, PriceTag> next = new HashMap<>();
        prices.tags().forEach(tag -> next.put(Key.of(tag), tag));
        shelf.reprice();
        tags = Map.copyOf(next);
        Set<String> changed = new HashSet<>();
        next.forEach((key, tag) -> {
            if (!tag.equals(before.get(key))) {
                changed.add(key.sku());
            }
        });
        listeners.forEach(listener -> listener.accept(Set.copyOf(changed)));
    }

    /** In case a notification got lost, and to forget what is older than a month. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void lookAgain() {
        heard("");
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        worker.shutdownNow();
    }
}
