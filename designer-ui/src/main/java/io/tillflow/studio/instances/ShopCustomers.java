package io.tillflow.studio.instances;

import io.tillflow.engine.history.CustomerOrders;
import io.tillflow.studio.connectors.Peer;
import io.tillflow.studio.connectors.Wire;
import io.tillflow.studio.platform.StudioSettings;
import java.net.URLEncoder;
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

/** Asks the shop whose orders are whose; an open page asks again and again, so the answer is kept for a moment. */
@Component
class ShopCustomers extends Wire implements CustomerOrders {

    private static final int PAGE = 100;
    private static final int MOST = 1_000;
    private static final int KEPT = 50;
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<String, Known> known = new LinkedHashMap<>();

    ShopCustomers(StudioSettings settings, JsonMapper json, Clock clock) {
        super(Peer.STOREFRONT, settings.shopUrl(), settings.serviceToken(), json);
        this.clock = clock;
    }

    private record Known(Set<String> orders, Instant at) {}

    private record Ordered(String number) {}

    private record Found(List<Ordered> items, @Nullable String next) {}

    @Override
    public Set<String> of(String words) {
        Instant now = clock.instant();
        synchronized (known) {
            known.values().removeIf(it -> it.at().plus(FRESH).isBefore(now));
            Known before = known.get(words);
            if (before != null) {
                return before.orders();
            }
        }
        Set<String> orders = ask(words);
        synchronized (known) {
            if (known.size() >= KEPT) {
                known.clear();
            }
            known.put(words, new Known(orders, now));
        }
        return orders;
    }

    private Set<String> ask(String words) {
        Set<String> numbers = new LinkedHashSet<>();
        String next = "";
        do {
            Found found = get("/admin/orders?limit=" + PAGE + "&q=" + encoded(words) + next, Found.class);
            found.items().forEach(it -> numbers.add(it.number()));
            next = found.next() == null ? "" : "&after=" + encoded(found.next());
            if (numbers.size() > MOST) {
                throw new TooManyOrders(words, MOST);
            }
        } while (!next.isEmpty());
        return Set.copyOf(numbers);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
