package io.tillflow.launcher.demo.plan;

import java.time.Duration;
import java.util.List;

/** One shopper's visit: when it starts, what it buys and what is meant to become of it. */
public record PlannedOrder(int index, Duration at, Intent intent, Persona persona, List<Wish> basket) {
    public PlannedOrder {
        if (basket.isEmpty()) {
            throw new IllegalArgumentException("expected order " + index + " to want something");
        }
        basket = List.copyOf(basket);
    }

    public long worth() {
        return basket.stream().mapToLong(Wish::worth).sum();
    }
}
