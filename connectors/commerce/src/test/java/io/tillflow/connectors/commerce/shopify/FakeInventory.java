package io.tillflow.connectors.commerce.shopify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Stock at the fake: mugs at two locations, a lamp at one; its search finds more than it is asked for, as the real one does. */
final class FakeInventory {
    private final Map<String, Map<String, Integer>> available = new LinkedHashMap<>();

    FakeInventory() {
        reset();
    }

    void reset() {
        available.put("MUG-BLUE", new LinkedHashMap<>(Map.of("Hamburg", 7, "Berlin", 3)));
        available.put("MUG-BLUE-XL", new LinkedHashMap<>(Map.of("Hamburg", 99)));
        available.put("LAMP", new LinkedHashMap<>(Map.of("Hamburg", 4)));
    }

    int available(String sku, String location) {
        return available.getOrDefault(sku, Map.of()).getOrDefault(location, 0);
    }

    Map<String, Object> search(String query) {
        String begin = query.replaceFirst("^sku:\"(.*)\"$", "$1");
        return Map.of(
                "nodes",
                available.entrySet().stream()
                        .filter(item -> item.getKey().startsWith(begin))
                        .map(item -> Map.of(
                                "id",
                                "gid://shopify/InventoryItem/" + item.getKey(),
                                "sku",
                                item.getKey(),
                                "inventoryLevels",
                                Map.of(
                                        "nodes",
                                        item.getValue().entrySet().stream()
                                                .map(FakeInventory::level)
                                                .toList())))
                        .toList());
    }

    private static Map<String, Object> level(Map.Entry<String, Integer> at) {
        return Map.of(
                "location",
                Map.of("id", "gid://shopify/Location/" + at.getKey(), "name", at.getKey()),
                "quantities",
                List.of(
                        Map.of("name", "available", "quantity", at.getValue()),
                        Map.of("name", "on_hand", "quantity", at.getValue() + 2)));
    }

    Map<String, Object> adjust(JsonNode input) {
        JsonNode change = input.path("changes").path(0);
        if (!change.has("changeFromQuantity")) {
            return FakeShopify.refused("changeFromQuantity is required", "CHANGE_FROM_QUANTITY_REQUIRED");
        }
        String sku = change.path("inventoryItemId").asString("").replaceFirst(".*/", "");
        String location = change.path("locationId").asString("").replaceFirst(".*/", "");
        available
                .getOrDefault(sku, Map.of())
                .computeIfPresent(
                        location, (at, now) -> now + change.path("delta").asInt(0));
        return Map.of("userErrors", List.of());
    }
}
