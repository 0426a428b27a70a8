package io.tillflow.launcher.demo;

import io.tillflow.launcher.demo.proof.InstanceFact;
import io.tillflow.launcher.demo.proof.OrderFact;
import io.tillflow.launcher.demo.robots.Intents;
import io.tillflow.launcher.demo.robots.Robot;
import io.tillflow.launcher.demo.suite.History;
import io.tillflow.launcher.demo.suite.Merchant;
import io.tillflow.launcher.demo.suite.Pause;
import io.tillflow.launcher.demo.suite.Refused;
import io.tillflow.launcher.demo.suite.Unreachable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The hours after the shopping, in seconds: lets the robots work until nothing moves any more. */
final class Aftermath {
    private static final int STILL_SHOPPING = -1;
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** Longer than anything a run has to wait for, so that standing still this long means standing still. */
    private static final Duration STANDSTILL = Duration.ofMinutes(2);

    /** States that only a robot ends. */
    private static final Set<String> FOR_ROBOTS = Set.of("SHIPPED", "AWAITING_STOCK", "IN_REVIEW");

    private final Merchant merchant;
    private final History history;
    private final Intents intents;
    private final List<Robot> robots;
    private final AtomicInteger accepted = new AtomicInteger(STILL_SHOPPING);
    private final Consumer<String> progress;

    Aftermath(Merchant merchant, History history, Intents intents, List<Robot> robots, Consumer<String> progress) {
        this.merchant = merchant;
        this.history = history;
        this.intents = intents;
        this.robots = robots;
        this.progress = progress;
    }

    /** From now on no more orders come than these. */
    void shoppingIsOver(int orders) {
        accepted.set(orders);
    }

    /** Works until every order is finished or only waits for a robot that does not come, or nothing moves any more. */
    void watch() {
        String last = "";
        long moved = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            boolean over = accepted.get() != STILL_SHOPPING;
            State state = attempt(this::look, new State("", false));
            if (!state.summary().equals(last)) {
                progress.accept(state.summary());
                moved = System.nanoTime();
                last = state.summary();
            }
            boolean still = System.nanoTime() - moved > STANDSTILL.toNanos();
            if (over && (still || state.settled())) {
                return;
            }
            Pause.of(BEAT);
        }
    }

    private record State(String summary, boolean settled) {}

    private State look() {
        List<OrderFact> orders = merchant.demoOrders(intents.since()).stream()
                .filter(order -> intents.of(order).isPresent())
                .toList();
        for (Robot robot : robots) {
            attempt(
                    () -> {
                        robot.act(orders);
                        return true;
                    },
                    false);
        }
        boolean all = orders.size() >= accepted.get();
        return new State(summary(orders), all && orders.stream().allMatch(this::rests) && ended(orders));
    }

    private boolean rests(OrderFact order) {
        return order.finished() || (robots.isEmpty() && FOR_ROBOTS.contains(order.state()));
    }

    /** The shop hears first that an order is finished; the process still has to clean up and write its e-mail. */
    private boolean ended(List<OrderFact> orders) {
        Set<String> finished = orders.stream()
                .filter(OrderFact::finished)
                .map(OrderFact::number)
                .collect(Collectors.toSet());
        List<InstanceFact> instances = history.instances(finished);
        return instances.size() >= finished.size() && instances.stream().noneMatch(InstanceFact::active);
    }

    private <T> T attempt(Supplier<T> act, T otherwise) {
        try {
            return act.get();
        } catch (Unreachable | Refused trouble) {
            progress.accept("(" + trouble.getMessage() + ")");
            return otherwise;
        }
    }

    private static String summary(List<OrderFact> orders) {
        return orders.stream()
                .collect(Collectors.groupingBy(OrderFact::state, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(state -> state.getValue() + " "
                        + state.getKey().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
