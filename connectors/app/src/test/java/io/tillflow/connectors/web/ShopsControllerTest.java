package io.tillflow.connectors.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.commerce.ConnectedShops;
import io.tillflow.connectors.commerce.ForeignShop;
import io.tillflow.connectors.commerce.ForeignShop.Connection;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.secrets.Redaction;
import io.tillflow.connectors.settings.ShopifySettings;
import io.tillflow.connectors.web.ShopsController.Store;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ShopsControllerTest {
    private static final String STORE = "ullmere.myshopify.com";

    @Test
    void aStoreThatAnswersIsWellAlsoWhileNothingMayGoOut() {
        assertThat(asked(() -> new Connection("Ullmere", List.of())))
                .containsExactly(new Store("shopify", STORE, "Ullmere", null));
    }

    @Test
    void namesThePermissionsThatAreMissing() {
        assertThat(asked(() -> new Connection("Ullmere", List.of("write_orders", "read_inventory"))))
                .singleElement()
                .extracting(Store::problem)
                .asString()
                .contains("write_orders, read_inventory", "install it");
    }

    @Test
    void saysWhatIsMissingAndNoSecret() {
        assertThat(asked(() -> {
                    throw new IllegalStateException("expected the secret SHOPIFY_CLIENT_SECRET, not shpss_canary");
                }))
                .containsExactly(new Store(
                        "shopify",
                        STORE,
                        null,
                        "expected the secret SHOPIFY_CLIENT_SECRET, not {{secrets.SHOPIFY_CLIENT_SECRET}}"));
    }

    @Test
    void anAppWithoutAStoreIsHalfASetup() {
        assertThat(new ShopsController(new ConnectedShops(Map.of(), () -> {}), settings("", "app-1"), new Redaction())
                        .shops()
                        .items())
                .singleElement()
                .extracting(Store::problem)
                .asString()
                .contains("TILLFLOW_SHOPIFY_STORE");
        assertThat(new ShopsController(new ConnectedShops(Map.of(), () -> {}), settings("", ""), new Redaction())
                        .shops()
                        .items())
                .isEmpty();
    }

    private static ShopifySettings settings(String store, String app) {
        return new ShopifySettings(store, app, "", Duration.ofSeconds(5));
    }

    private static List<Store> asked(Supplier<Connection> connection) {
        ForeignShop shop = (ForeignShop) Proxy.newProxyInstance(
                ForeignShop.class.getClassLoader(),
                new Class<?>[] {ForeignShop.class},
                (self, method, arguments) -> connection.get());
        Redaction redaction = new Redaction();
        redaction.remember("shpss_canary", "{{secrets.SHOPIFY_CLIENT_SECRET}}");
        ConnectedShops shops = new ConnectedShops(Map.of("shopify", shop), () -> {
            throw new HeldBack("the emergency stop is pulled", Duration.ofMinutes(1));
        });
        return new ShopsController(shops, settings(STORE, "app-1"), redaction)
                .shops()
                .items();
    }
}
