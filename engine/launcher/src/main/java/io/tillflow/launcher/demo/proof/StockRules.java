package io.tillflow.launcher.demo.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The shop's orders and counts against the ledger of stock movements. */
final class StockRules {
    private StockRules() {}

    static void check(Facts facts, Consumer<Violation> found) {
        Map<String, List<MovementFact>> byOrder = Facts.grouped(facts.movements(), MovementFact::order);
        facts.orders().forEach(order -> checkOrder(order, byOrder.getOrDefault(order.id(), List.of()), found));
        Map<String, List<MovementFact>> bySku = Facts.grouped(facts.movements(), MovementFact::sku);
        Map<String, List<PlaceFact>> places = Facts.grouped(facts.places(), PlaceFact::sku);
        facts.stock().forEach(stock -> {
            List<MovementFact> movements = bySku.getOrDefault(stock.sku(), List.of());
            List<PlaceFact> lying = places.getOrDefault(stock.sku(), List.of());
            checkCounts(stock, movements, found);
            checkPlaces(stock, lying, found);
            lying.forEach(place -> checkPlace(place, movements, found));
        });
    }

    private static void checkOrder(OrderFact order, List<MovementFact> movements, Consumer<Violation> found) {
        Map<String, Integer> left = new TreeMap<>();
        movements.stream()
                .filter(movement -> "SHIPPED".equals(movement.kind()))
                .forEach(movement -> left.merge(movement.sku(), movement.quantity(), Integer::sum));
        order.units().forEach((sku, units) -> {
            int gone = left.getOrDefault(sku, 0);
            if (order.reached(OrderFact.SHIPPED) && gone < units) {
                found.accept(new Violation(
                        Rule.SHIPPED_ORDER_LEFT_STOCK,
                        order.number(),
                        "%d of %d %s left stock".formatted(gone, units, sku)));
            }
            if (gone > units) {
                found.accept(new Violation(
                        Rule.ORDER_LEFT_STOCK_ONCE,
                        order.number(),
                        "%d of %d %s left stock".formatted(gone, units, sku)));
            }
        });
        Ledger kept = Ledger.of(movements);
        if (order.finished() && (kept.reserved() != 0 || kept.allocated() != 0)) {
            found.accept(new Violation(
                    Rule.CANCELLED_ORDER_KEEPS_NO_STOCK,
                    order.number(),
                    "is %s, but still has %d reserved and %d allocated"
                            .formatted(order.state(), kept.reserved(), kept.allocated())));
        }
    }

    private static void checkPlaces(StockFact stock, List<PlaceFact> places, Consumer<Violation> found) {
        int onHand = places.stream().mapToInt(PlaceFact::onHand).sum();
        int allocated = places.stream().mapToInt(PlaceFact::allocated).sum();
        if (onHand != stock.onHand() || allocated != stock.allocated()) {
            found.accept(new Violation(
                    Rule.LOCATIONS_ADD_UP_TO_STOCK,
                    stock.sku(),
                    "%d lie at all locations and %d are set aside, the shop says %d and %d"
                            .formatted(onHand, allocated, stock.onHand(), stock.allocated())));
        }
    }

    private static void checkPlace(PlaceFact place, List<MovementFact> movements, Consumer<Violation> found) {
        Ledger ledger = Ledger.of(movements.stream()
                .filter(movement -> movement.location().equals(place.location()))
                .toList());
        if (ledger.onHand() != place.onHand() || ledger.allocated() != place.allocated() || place.onHand() < 0) {
            found.accept(new Violation(
                    Rule.MOVEMENTS_ADD_UP_AT_A_LOCATION,
                    place.sku(),
                    "at %s the ledger gives %d on hand and %d allocated, the shop says %d and %d"
                            .formatted(
                                    place.location(),
                                    ledger.onHand(),
                                    ledger.allocated(),
                                    place.onHand(),
                                    place.allocated())));
        }
    }

    private static void checkCounts(StockFact stock, List<MovementFact> movements, Consumer<Violation> found) {
        Ledger ledger = Ledger.of(movements);
        Ledger counted = new Ledger(stock.onHand(), stock.held(), stock.reserved(), stock.allocated());
        if (!ledger.equals(counted)) {
            found.accept(new Violation(
                    Rule.MOVEMENTS_ADD_UP_TO_STOCK,
                    stock.sku(),
                    "the ledger gives %s, the shop says %s".formatted(ledger, counted)));
        }
    }
}
