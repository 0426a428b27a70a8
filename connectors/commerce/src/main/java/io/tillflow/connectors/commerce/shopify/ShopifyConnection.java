package io.tillflow.connectors.commerce.shopify;

import static io.tillflow.connectors.commerce.shopify.ShopifyOrder.text;

import io.tillflow.connectors.commerce.ForeignShop.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Whether the store answers, and lets our app do what the steps need. */
final class ShopifyConnection {
    private static final List<String> NEEDED = List.of(
            "read_orders",
            "write_orders",
            "read_merchant_managed_fulfillment_orders",
            "write_merchant_managed_fulfillment_orders",
            "read_inventory",
            "write_inventory",
            "read_locations",
            "read_products");
    private static final String ASK = """
            query Connection {
              shop { name }
              currentAppInstallation { accessScopes { handle } }
            }
            """;

    private ShopifyConnection() {}

    static Connection of(ShopifyClient shopify) {
        JsonNode told = shopify.ask(ASK, Map.of());
        Set<String> given = told.path("currentAppInstallation")
                .path("accessScopes")
                .valueStream()
                .map(scope -> text(scope, "handle"))
                .collect(Collectors.toSet());
        return new Connection(
                text(told.path("shop"), "name"),
                NEEDED.stream().filter(scope -> !mayDo(given, scope)).toList());
    }

    /** Who may write may read. */
    private static boolean mayDo(Set<String> given, String scope) {
        return given.contains(scope) || given.contains(scope.replaceFirst("^read_", "write_"));
    }
}
