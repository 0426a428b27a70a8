package io.tillflow.storefront.personal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tillflow.storefront.events.EventLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What visitors looked at lately, in memory; read once for each who comes, then kept up as they go. */
@Component
public class Tastes {
    static final int KEPT = 20;

    private final EventLog events;
    private final Cache<UUID, List<String>> recent = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    Tastes(EventLog events) {
        this.events = events;
    }

    /** Products, the latest first; none while the database is away and nothing is known yet. */
    public List<String> of(UUID visitor) {
        try {
            return recent.get(visitor, unknown -> List.copyOf(events.interests(unknown, KEPT)));
        } catch (DataAccessException away) {
            return List.of();
        }
    }

    public void saw(UUID visitor, String product) {
        List<String> before = of(visitor);
        List<String> now = new ArrayList<>(List.of(product));
        before.stream().filter(p -> !p.equals(product)).limit(KEPT - 1L).forEach(now::add);
        recent.put(visitor, List.copyOf(now));
    }

    public void forget(UUID visitor) {
        recent.invalidate(visitor);
    }
}
