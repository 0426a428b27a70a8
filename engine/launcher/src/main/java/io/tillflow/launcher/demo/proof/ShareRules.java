package io.tillflow.launcher.demo.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What is set aside for each order and exchange against its own movements. */
final class ShareRules {
    private ShareRules() {}

    private record Place(String owner, String sku, String location) {}

    static void check(Facts facts, Consumer<Violation> found) {
        Map<String, String> numbers =
                facts.orders().stream().collect(Collectors.toMap(OrderFact::id, OrderFact::number, (a, b) -> a));
        Map<Place, List<MovementFact>> movements = facts.movements().stream()
                .filter(it -> !it.owner().isEmpty() && !it.location().isEmpty())
                .collect(Collectors.groupingBy(it -> new Place(it.owner(), it.sku(), it.location())));
        Map<Place, Integer> shares = facts.shares().stream()
                .collect(Collectors.toMap(
                        it -> new Place(it.owner(), it.sku(), it.location()), ShareFact::quantity, Integer::sum));
        Set<String> still = facts.stock().stream().map(StockFact::sku).collect(Collectors.toSet());
        Set<Place> places = new HashSet<>(movements.keySet());
        places.addAll(shares.keySet());
        for (Place place : places) {
            int booked = Ledger.of(movements.getOrDefault(place, List.of())).allocated();
            int kept = shares.getOrDefault(place, 0);
            if (booked != kept && still.contains(place.sku())) {
                found.accept(new Violation(
                        Rule.SHARES_ARE_WHAT_WAS_SET_ASIDE,
                        numbers.getOrDefault(place.owner(), place.owner()),
                        "of %s at %s its movements set %d aside, the shop says %d"
                                .formatted(place.sku(), place.location(), booked, kept)));
            }
        }
    }
}
