package io.tillflow.storefront.stock;

import io.tillflow.storefront.stock.StockBooks.AtPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From which locations an order is served: the first that has everything; else each article from the first that has all of
 * it, and what no location has all of from one after the other.
 */
final class Choice {
    private Choice() {}

    /** @param places in the order in which orders are served from them */
    static List<Lot> of(List<Need> needs, List<AtPlace> places) {
        Map<String, Map<String, Integer>> free = new LinkedHashMap<>();
        places.forEach(it -> free.computeIfAbsent(it.location(), location -> new LinkedHashMap<>())
                .put(it.sku(), Math.max(0, it.unallocated())));
        return one(needs, free).orElseGet(() -> {
            List<Lot> lots = new ArrayList<>();
            needs.forEach(need -> lots.addAll(one(List.of(need), free).orElseGet(() -> several(need, free))));
            return lots;
        });
    }

    private static Optional<List<Lot>> one(List<Need> needs, Map<String, Map<String, Integer>> free) {
        return free.entrySet().stream()
                .filter(here ->
                        needs.stream().allMatch(need -> here.getValue().getOrDefault(need.sku(), 0) >= need.quantity()))
                .findFirst()
                .map(here -> needs.stream()
                        .map(need -> new Lot(need.sku(), here.getKey(), need.quantity()))
                        .toList());
    }

    private static List<Lot> several(Need need, Map<String, Map<String, Integer>> free) {
        List<Lot> lots = new ArrayList<>();
        int left = need.quantity();
        for (Map.Entry<String, Map<String, Integer>> here : free.entrySet()) {
            int some = Math.min(left, here.getValue().getOrDefault(need.sku(), 0));
            if (some > 0) {
                lots.add(new Lot(need.sku(), here.getKey(), some));
                left -= some;
            }
        }
        if (left > 0) {
            throw new IllegalStateException(
                    "expected %d of %s to be free, but %d are missing".formatted(need.quantity(), need.sku(), left));
        }
        return lots;
    }
}
