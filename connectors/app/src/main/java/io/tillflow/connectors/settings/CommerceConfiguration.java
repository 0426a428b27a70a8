package io.tillflow.connectors.settings;

import io.tillflow.connectors.commerce.ConnectedShops;
import io.tillflow.connectors.commerce.ForeignShop;
import io.tillflow.connectors.commerce.PriceTags;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.commerce.ShopsByOrder;
import io.tillflow.connectors.commerce.Supply;
import io.tillflow.connectors.commerce.rest.RestPriceTags;
import io.tillflow.connectors.commerce.rest.RestShop;
import io.tillflow.connectors.commerce.rest.RestSupply;
import io.tillflow.connectors.commerce.shopify.ShopifyShop;
import io.tillflow.connectors.guard.Family;
import io.tillflow.connectors.guard.ProviderGuards;
import io.tillflow.connectors.jobs.OutwardSwitch;
import io.tillflow.connectors.secrets.SecretName;
import io.tillflow.connectors.secrets.Secrets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Our own shop, and a Shopify store beside it where one is connected. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShopifySettings.class)
class CommerceConfiguration {
    private static final String COMMERCE = "commerce";
    private static final String OWN = "ullmere";
    private static final String SHOPIFY = "shopify";
    private static final SecretName CLIENT_SECRET = new SecretName("SHOPIFY_CLIENT_SECRET");

    @Bean
    Family commerceFamily(ShopifySettings shopify) {
        String both = OWN + " and " + SHOPIFY;
        return new Family(COMMERCE, shopify.connected() ? both : OWN, List.of(OWN, both));
    }

    @Bean
    ConnectedShops connectedShops(
            ShopifySettings settings, Secrets secrets, ProviderGuards guards, OutwardSwitch outward, Clock clock) {
        if (!settings.connected()) {
            return new ConnectedShops(Map.of(), () -> {});
        }
        ShopifyShop shopify = new ShopifyShop(
                settings.address(),
                settings.clientId(),
                () -> secrets.value(CLIENT_SECRET, "commerce (shopify)"),
                settings.timeout(),
                clock);
        ForeignShop guarded = guards.around(ForeignShop.class, shopify, guards.of(COMMERCE, SHOPIFY));
        return new ConnectedShops(Map.of(SHOPIFY, guarded), () -> outward.check(SHOPIFY));
    }

    @Bean
    Shop shop(ConnectorsSettings settings, ProviderGuards guards, ConnectedShops others) {
        RestShop own = new RestShop(settings.shopUrl(), settings.serviceToken(), settings.shopTimeout());
        return new ShopsByOrder(guards.around(Shop.class, own, guards.of(COMMERCE, OWN)), others);
    }

    @Bean
    PriceTags priceTags(ConnectorsSettings settings, ProviderGuards guards) {
        RestPriceTags prices = new RestPriceTags(settings.shopUrl(), settings.serviceToken(), settings.shopTimeout());
        return guards.around(PriceTags.class, prices, guards.of(COMMERCE, OWN));
    }

    @Bean
    Supply supply(ConnectorsSettings settings, ProviderGuards guards) {
        RestSupply supply = new RestSupply(settings.shopUrl(), settings.serviceToken(), settings.shopTimeout());
        return guards.around(Supply.class, supply, guards.of(COMMERCE, OWN));
    }
}
