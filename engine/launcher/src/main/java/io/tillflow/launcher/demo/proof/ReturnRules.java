package io.tillflow.launcher.demo.proof;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the shop says came back against the money that was given back and the stock that grew. */
final class ReturnRules {
    private ReturnRules() {}

    static void check(Facts facts, Consumer<Violation> found) {
        Map<String, List<ReturnFact>> returns = Facts.grouped(facts.returns(), ReturnFact::order);
        Map<String, List<MoneyFact>> refunds = Facts.grouped(facts.refunds(), MoneyFact::order);
        Map<String, List<MovementFact>> movements = Facts.grouped(facts.movements(), MovementFact::order);
        for (OrderFact order : facts.orders()) {
            List<ReturnFact> own = returns.getOrDefault(order.id(), List.of());
            if (!own.isEmpty()) {
                checkMoney(order, own, MoneyRules.sum(refunds.getOrDefault(order.id(), List.of())), found);
                checkStock(order, own, movements.getOrDefault(order.id(), List.of()), found);
            }
        }
    }

    private static void checkMoney(
            OrderFact order, List<ReturnFact> returns, long refunded, Consumer<Violation> found) {
        long told = returns.stream().mapToLong(ReturnFact::refunded).sum();
        if (refunded != told) {
            found.accept(new Violation(
                    refunded < told ? Rule.RETURN_IS_REFUNDED : Rule.RETURN_IS_REFUNDED_ONCE,
                    order.number(),
                    "the shop says that %d were given back for returns, the provider gave back %d"
                            .formatted(told, refunded)));
        }
    }

    private static void checkStock(
            OrderFact order, List<ReturnFact> returns, List<MovementFact> movements, Consumer<Violation> found) {
        int told = returns.stream().mapToInt(ReturnFact::restocked).sum();
        int back = movements.stream()
                .filter(movement -> "RETURNED".equals(movement.kind()))
                .mapToInt(MovementFact::quantity)
                .sum();
        if (back != told) {
            found.accept(new Violation(
                    back < told ? Rule.RETURN_IS_RESTOCKED : Rule.RETURN_IS_RESTOCKED_ONCE,
                    order.number(),
                    "%d pieces of returns are on sale again, the ledger has %d".formatted(told, back)));
        }
    }
}
