package io.tillflow.studio.instances;

import io.tillflow.engine.history.CustomerOrders;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Peer;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.connectors.Wire;
import io.tillflow.studio.platform.StudioSettings;
import java.net.URLEncoder;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the shop whose orders are whose; an open page asks again and again, so what came of it is kept for a moment, also that it was
 * too much or that the shop is away: nobody else's page waits for that twice.
 */
@Component
class ShopCustomers extends Wire implements CustomerOrders {

    private static final int PAGE = 100;
    private static final int MOST = 1_000;
    private static final int KEPT = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<String, Known> known = new LinkedHashMap<>();

    ShopCustomers(StudioSettings settings, JsonMapper json, Clock clock) {
        super(Peer.STOREFRONT, settings.shopUrl(), settings.serviceToken(), json, PATIENCE);
        this.clock = clock;
    }

    /** @param failure why nothing is known */
    private record Known(Set<String> orders, @Nullable RuntimeException failure, Instant at) {

        Set<String> told() {
            if (failure != null) {
                throw failure;
            }
            return orders;
        }
    }

    private record Ordered(String number) {}

    private record Found(List<Ordered> items, @Nullable String next) {}

    @Override
    public Set<String> of(String words) {
        Instant now = clock.instant();
        synchronized (known) {
            known.values().removeIf(it -> it.at().plus(FRESH).isBefore(now));
            Known before = known.get(words);
            if (before != null) {
                return before.told();
            }
        }
        Known found = found(words);
        synchronized (known) {
            if (known.size() >= KEPT) {
                known.clear();
            }
            known.put(words, found);
        }
        return found.told();
    }

    private Known found(String words) {
        try {
            return new Known(ask(words), null, clock.instant());
        } catch (TooManyOrders | Away | Refused failure) {
            return new Known(Set.of(), failure, clock.instant());
        }
    }

    /** All pages of the answer together have no more time than twice the patience with one. */
    private Set<String> ask(String words) {
        Instant latest = clock.instant().plus(PATIENCE);
        Set<String> numbers = new LinkedHashSet<>();
        String next = "";
        do {
            Found found = get("/admin/orders?limit=" + PAGE + "&q=" + encoded(words) + next, Found.class);
            found.items().forEach(it -> numbers.add(it.number()));
            next = found.next() == null ? "" : "&after=" + encoded(found.next());
            if (numbers.size() > MOST) {
                throw new TooManyOrders(words, MOST);
            }
            if (!next.isEmpty() && clock.instant().isAfter(latest)) {
                throw new Away(Peer.STOREFRONT, new HttpTimeoutException("the shop takes long to tell all orders"));
            }
        } while (!next.isEmpty());
        return Set.copyOf(numbers);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
