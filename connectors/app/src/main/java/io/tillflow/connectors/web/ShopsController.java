package io.tillflow.connectors.web;

import io.tillflow.connectors.commerce.ConnectedShops;
import io.tillflow.connectors.commerce.ForeignShop.Connection;
import io.tillflow.connectors.secrets.Redaction;
import io.tillflow.connectors.settings.ShopifySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the shops beside our own answer, and what is missing where they do not. */
@RestController
class ShopsController {
    private final ConnectedShops shops;
    private final ShopifySettings shopify;
    private final Redaction redaction;

    ShopsController(ConnectedShops shops, ShopifySettings shopify, Redaction redaction) {
        this.shops = shops;
        this.shopify = shopify;
        this.redaction = redaction;
    }

    /**
     * One that is set up, or half so.
     *
     * @param title what it calls itself; null when it did not say
     * @param problem a sentence; null when all is well
     */
    record Store(
            String shop,
            String address,
            @Nullable String title,
            @Nullable String problem) {}

    record Stores(List<Store> items) {}

    @GetMapping("/api/v1/shops")
    Stores shops() {
        List<Store> stores = new ArrayList<>();
        shops.connections().forEach((name, connection) -> stores.add(ask(name, connection)));
        if (!shopify.connected() && !shopify.clientId().isBlank()) {
            stores.add(
                    new Store(
                            "shopify",
                            "",
                            null,
                            "TILLFLOW_SHOPIFY_CLIENT_ID names an app, but TILLFLOW_SHOPIFY_STORE no store: nothing is connected"));
        }
        return new Stores(stores);
    }

    private Store ask(String name, Supplier<Connection> connection) {
        try {
            Connection answer = connection.get();
            return new Store(
                    name,
                    shopify.store(),
                    answer.name(),
                    answer.missing().isEmpty()
                            ? null
                            : "the app lacks permissions: " + String.join(", ", answer.missing())
                                    + ": give them to it and install it in the store again");
        } catch (RuntimeException trouble) {
            return new Store(name, shopify.store(), null, redaction.clean(String.valueOf(trouble.getMessage())));
        }
    }
}
