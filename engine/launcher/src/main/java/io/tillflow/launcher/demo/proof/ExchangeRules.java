package io.tillflow.launcher.demo.proof;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What shoppers get instead of what they sent back against the ledger and the carriers' parcels. */
final class ExchangeRules {
    private ExchangeRules() {}

    static void check(Facts facts, Consumer<Violation> found) {
        Map<String, String> numbers =
                facts.orders().stream().collect(Collectors.toMap(OrderFact::id, OrderFact::number, (a, b) -> a));
        Map<String, List<MovementFact>> movements = Facts.grouped(facts.movements(), MovementFact::exchange);
        Map<String, List<ShipmentFact>> parcels = Facts.grouped(facts.shipments(), ShipmentFact::order);
        for (ReturnFact back : facts.returns()) {
            if (back.instead() > 0) {
                String number = numbers.getOrDefault(back.order(), back.order());
                checkStock(number, back, movements.getOrDefault(back.id(), List.of()), found);
                checkParcels(number, back, parcels.getOrDefault(back.id(), List.of()), found);
            }
        }
    }

    private static void checkStock(
            String number, ReturnFact back, List<MovementFact> movements, Consumer<Violation> found) {
        int left = movements.stream()
                .filter(movement -> "SHIPPED".equals(movement.kind()))
                .mapToInt(MovementFact::quantity)
                .sum();
        int due = back.exchanged() ? back.instead() : 0;
        if (left != due) {
            found.accept(new Violation(
                    left < due ? Rule.EXCHANGE_LEFT_STOCK : Rule.EXCHANGE_LEFT_STOCK_ONCE,
                    number,
                    "%d of %d pieces of an exchange left stock".formatted(left, due)));
        }
        Ledger kept = Ledger.of(movements);
        if (back.ended() && (kept.reserved() != 0 || kept.allocated() > Math.max(0, due - left))) {
            found.accept(new Violation(
                    Rule.ENDED_RETURN_KEEPS_NO_STOCK,
                    number,
                    "its return is %s, but %d pieces are set aside for it still"
                            .formatted(back.state(), kept.reserved() + kept.allocated())));
        }
    }

    private static void checkParcels(
            String number, ReturnFact back, List<ShipmentFact> parcels, Consumer<Violation> found) {
        if (parcels.isEmpty() && back.exchanged()) {
            found.accept(new Violation(
                    Rule.EXCHANGE_HAS_A_PARCEL, number, "its return is exchanged, but no carrier has a parcel for it"));
        }
        if (parcels.size() > 1) {
            found.accept(new Violation(
                    Rule.EXCHANGE_HAS_ONE_PARCEL,
                    number,
                    "parcels "
                            + parcels.stream().map(ShipmentFact::trackingNumber).toList()));
        }
    }
}
