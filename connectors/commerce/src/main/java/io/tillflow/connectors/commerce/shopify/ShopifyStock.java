package io.tillflow.connectors.commerce.shopify;

import static io.tillflow.connectors.commerce.shopify.ShopifyOrder.text;

import io.tillflow.connectors.commerce.ForeignShop.ArticleUnknown;
import io.tillflow.connectors.commerce.ForeignShop.StockChange;
import io.tillflow.connectors.commerce.ForeignShop.StockLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How many of an article there are at a store's locations, and changing that. */
final class ShopifyStock {
    private static final String LEVELS = """
            query Stock($search: String!) {
              inventoryItems(first: 10, query: $search) {
                nodes {
                  id sku
                  inventoryLevels(first: 100) {
                    nodes { location { id name } quantities(names: ["available", "on_hand"]) { name quantity } }
                  }
                }
              }
            }
            """;
    private static final String ADJUST = """
            mutation AdjustStock($input: InventoryAdjustQuantitiesInput!, $key: String!) {
              inventoryAdjustQuantities(input: $input) @idempotent(key: $key) {
                inventoryAdjustmentGroup { id }
                userErrors { field message code }
              }
            }
            """;

    private final ShopifyClient shopify;

    ShopifyStock(ShopifyClient shopify) {
        this.shopify = shopify;
    }

    StockLevel level(String sku, @Nullable String location) {
        List<JsonNode> levels = levels(item(sku), sku, location);
        return new StockLevel(sum(levels, "available"), sum(levels, "on_hand"));
    }

    /** Known by its key for a day, which is as long as Shopify remembers one. */
    void adjust(StockChange change, Mark mark) {
        JsonNode item = item(change.sku());
        List<JsonNode> levels = levels(item, change.sku(), change.location());
        if (levels.size() > 1) {
            throw new ArticleUnknown("expected a location for " + change.sku() + ", which lies at " + names(levels));
        }
        Map<String, @Nullable Object> by = new HashMap<>();
        by.put("delta", change.by());
        by.put("inventoryItemId", text(item, "id"));
        by.put("locationId", text(levels.getFirst().path("location"), "id"));
        by.put("changeFromQuantity", null);
        shopify.change(
                "inventoryAdjustQuantities",
                ADJUST,
                Map.of(
                        "input",
                        Map.of(
                                "reason",
                                change.reason(),
                                "name",
                                "available",
                                "referenceDocumentUri",
                                "tillflow://effect/" + mark.uuid(),
                                "changes",
                                List.of(by)),
                        "key",
                        mark.uuid()));
    }

    private JsonNode item(String sku) {
        String search = "sku:\"" + sku.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        List<JsonNode> found = shopify.ask(LEVELS, Map.of("search", search))
                .path("inventoryItems")
                .path("nodes")
                .valueStream()
                .filter(item -> text(item, "sku").equals(sku))
                .toList();
        if (found.size() != 1) {
            throw new ArticleUnknown("expected Shopify to have one article with the SKU " + sku + ", but it has "
                    + (found.isEmpty() ? "none" : "several"));
        }
        return found.getFirst();
    }

    private static List<JsonNode> levels(JsonNode item, String sku, @Nullable String location) {
        List<JsonNode> all =
                item.path("inventoryLevels").path("nodes").valueStream().toList();
        List<JsonNode> wanted = (location == null || location.isBlank())
                ? all
                : all.stream()
                        .filter(level -> text(level.path("location"), "name").equalsIgnoreCase(location.strip()))
                        .toList();
        if (wanted.isEmpty()) {
            throw new ArticleUnknown("expected " + sku + " to lie "
                    + (location == null ? "anywhere" : "at " + location) + ", but it lies at "
                    + (all.isEmpty() ? "no location" : names(all)));
        }
        return wanted;
    }

    private static String names(List<JsonNode> levels) {
        return levels.stream()
                .map(level -> text(level.path("location"), "name"))
                .collect(Collectors.joining(", "));
    }

    private static int sum(List<JsonNode> levels, String name) {
        return levels.stream()
                .flatMap(level -> level.path("quantities").valueStream())
                .filter(quantity -> text(quantity, "name").equals(name))
                .mapToInt(quantity -> quantity.path("quantity").asInt(0))
                .sum();
    }
}
