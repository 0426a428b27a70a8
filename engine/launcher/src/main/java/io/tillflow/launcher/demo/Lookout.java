package io.tillflow.launcher.demo;

import io.tillflow.launcher.demo.proof.Rule;
import io.tillflow.launcher.demo.proof.Violation;
import io.tillflow.launcher.demo.suite.History;
import io.tillflow.launcher.demo.suite.Pause;
import io.tillflow.launcher.demo.suite.Providers;
import io.tillflow.launcher.demo.suite.Refused;
import io.tillflow.launcher.demo.suite.Unreachable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Has the shop look for low stock again and again while the connectors die: a step that looks first, of which an order has none. Each
 * look has to come to its end, once.
 */
final class Lookout {
    private static final String PROCESS = "replenishment";
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Providers providers;
    private final History history;
    private final Clock clock;
    private final String runTag;
    private final List<String> looks = new CopyOnWriteArrayList<>();
    private boolean over;

    Lookout(Providers providers, History history, Clock clock, String runTag) {
        this.providers = providers;
        this.history = history;
        this.clock = clock;
        this.runTag = runTag;
    }

    /** Until {@link #end}; what the dying connectors did not hear is told them again. */
    void keep() {
        while (look()) {
            Pause.of(EVERY);
        }
    }

    private synchronized boolean look() {
        if (over) {
            return false;
        }
        String look = "demo-%s-look-%d".formatted(runTag, looks.size());
        try {
            providers.stockCheckDue(look, clock.instant());
            looks.add(look);
        } catch (Unreachable | Refused away) {
            // the same look is told again
        }
        return true;
    }

    /** No more looks; lets those that began come to their end. */
    void end() {
        synchronized (this) {
            over = true;
        }
        Pause.until(PATIENCE, EVERY, () -> Optional.of(violations()).filter(List::isEmpty));
    }

    List<Violation> violations() {
        return violations(looks, history.completed(PROCESS, looks));
    }

    /** @param completed how often each look came to its end */
    static List<Violation> violations(List<String> looks, Map<String, Integer> completed) {
        List<Violation> found = new ArrayList<>();
        for (String look : looks) {
            int times = completed.getOrDefault(look, 0);
            if (times != 1) {
                Rule rule = times == 0 ? Rule.STOCK_CHECK_ENDS : Rule.STOCK_CHECK_ENDS_ONCE;
                found.add(new Violation(
                        rule, look, "expected it to come to its end once, but it did " + times + " times"));
            }
        }
        return found;
    }
}
