package io.tillflow.connectors.settings;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A Shopify store beside our own shop.
 *
 * @param store its own name, {@code ullmere.myshopify.com}; blank for none
 * @param clientId of the app that is installed in it
 * @param endpoint where its Admin API is; blank for the store itself
 */
@ConfigurationProperties("tillflow.shopify")
public record ShopifySettings(
        @DefaultValue("") String store,
        @DefaultValue("") String clientId,
        @DefaultValue("") String endpoint,
        @DefaultValue("20s") Duration timeout) {
    public ShopifySettings {
        if (!store.isBlank() && !store.matches("[a-z0-9][a-z0-9-]*\\.myshopify\\.com")) {
            throw new IllegalArgumentException(
                    "expected TILLFLOW_SHOPIFY_STORE to be like ullmere.myshopify.com, but it is '" + store + "'");
        }
        if (!store.isBlank() && clientId.isBlank()) {
            throw new IllegalArgumentException("expected the client id of the app that is installed in " + store
                    + ", but there is none: set TILLFLOW_SHOPIFY_CLIENT_ID");
        }
    }

    public boolean connected() {
        return !store.isBlank();
    }

    URI address() {
        return URI.create(endpoint.isBlank() ? "https://" + store : endpoint);
    }
}
