package io.tillflow.launcher.demo;

import io.tillflow.launcher.demo.Confirmations.Confirmed;
import io.tillflow.launcher.demo.plan.Plan;
import io.tillflow.launcher.demo.plan.Scope;
import io.tillflow.launcher.demo.robots.Postbox;
import io.tillflow.launcher.demo.robots.Shopper;
import io.tillflow.launcher.demo.robots.Visit;
import io.tillflow.launcher.demo.suite.Http;
import io.tillflow.launcher.demo.suite.Merchant;
import io.tillflow.launcher.demo.suite.Providers;
import io.tillflow.launcher.demo.suite.Storefront;
import io.tillflow.launcher.demo.suite.Suite;
import io.tillflow.launcher.process.Poll;
import io.tillflow.launcher.suite.Database;
import io.tillflow.launcher.suite.Endpoints;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shoppers who all buy, at a given rate, and how their orders fared. */
final class OrderLoad {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(10);
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(2);

    private final Suite suite;
    private final Database database;
    private final Clock clock;

    OrderLoad(Endpoints endpoints, Clock clock) {
        this.suite = SuiteAccess.of(endpoints);
        this.database = endpoints.database();
        this.clock = clock;
    }

    /**
     * What one run came to.
     *
     * @param confirmedMillis from the payment's authorisation in the broker to the confirmation sent, sorted
     * @param visibleMillis from the broker's record to the row in history, sorted
     * @param drainSeconds from the last order accepted to the last one confirmed
     * @param perSecond confirmed orders over the time from the first accepted to the last confirmed
     */
    record Measured(
            int wanted,
            int accepted,
            List<Long> confirmedMillis,
            List<Long> visibleMillis,
            double drainSeconds,
            double perSecond) {
        double acceptedShare() {
            return (double) accepted / wanted;
        }

        double confirmedShare() {
            return (double) confirmedMillis.size() / wanted;
        }
    }

    Measured run(double rate, int seconds, long seed) throws InterruptedException, SQLException {
        String runTag = Long.toString(clock.millis(), Character.MAX_RADIX);
        try (Http http = new Http(PATIENCE);
                Visibility visibility = Visibility.watching(database, clock)) {
            Storefront shop = new Storefront(suite, http);
            Merchant merchant = new Merchant(suite, http);
            int orders = (int) Math.max(1, Math.round(rate * seconds));
            Plan plan = Plan.buyers(new Scope(orders, rate, seed), shop.catalogue(), runTag);
            new Shelves(merchant, runTag).fill(plan);
            Postbox postbox = new Postbox(new Providers(suite, http, clock));
            List<Visit> visits =
                    new Crowd(Shopper.decided(shop, merchant, postbox, clock, runTag), Integer.MAX_VALUE).visit(plan);
            List<Visit.Ordered> ordered = visits.stream()
                    .filter(Visit.Ordered.class::isInstance)
                    .map(Visit.Ordered.class::cast)
                    .toList();
            Map<String, Confirmed> confirmed = awaitConfirmations(ordered);
            return measured(plan.orders().size(), ordered, confirmed, visibility.end());
        }
    }

    private Map<String, Confirmed> awaitConfirmations(List<Visit.Ordered> ordered) throws SQLException {
        List<String> numbers =
                ordered.stream().map(visit -> visit.order().number()).toList();
        Confirmations confirmations = new Confirmations(database);
        Standstill standstill = new Standstill(clock, LONGEST_STANDSTILL);
        boolean unused = Poll.until(LONGEST_DRAIN, Duration.ofSeconds(1), () -> {
            try {
                int so = confirmations.of(numbers).size();
                standstill
                        .saw(so)
                        .ifPresent(waited -> System.err.printf(
                                Locale.ROOT,
                                "  %d of %d confirmed, none for %d s%n",
                                so,
                                numbers.size(),
                                waited.toSeconds()));
                return so >= numbers.size() || standstill.isLong();
            } catch (SQLException away) {
                return false;
            }
        });
        return confirmations.of(numbers);
    }

    private static Measured measured(
            int wanted, List<Visit.Ordered> ordered, Map<String, Confirmed> confirmed, List<Long> visible) {
        List<Long> millis = confirmed.values().stream()
                .map(it -> Duration.between(it.paidAt(), it.confirmedAt()).toMillis())
                .sorted()
                .toList();
        Instant first = ordered.stream()
                .map(Visit.Ordered::acceptedAt)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Instant lastOrder = ordered.stream()
                .map(Visit.Ordered::acceptedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Instant lastDone = confirmed.values().stream()
                .map(Confirmed::confirmedAt)
                .max(Instant::compareTo)
                .orElse(lastOrder);
        double lasted = Math.max(1, Duration.between(first, lastDone).toMillis()) / 1000.0;
        return new Measured(
                wanted,
                ordered.size(),
                millis,
                visible,
                Math.max(0, Duration.between(lastOrder, lastDone).toMillis()) / 1000.0,
                millis.size() / lasted);
    }
}
