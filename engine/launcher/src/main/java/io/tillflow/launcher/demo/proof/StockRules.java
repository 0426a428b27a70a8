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
        facts.stock().forEach(stock -> checkCounts(stock, bySku.getOrDefault(stock.sku(), List.of()), found));
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
