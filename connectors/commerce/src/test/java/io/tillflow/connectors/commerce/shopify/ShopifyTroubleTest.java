package io.tillflow.connectors.commerce.shopify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tillflow.connectors.commerce.ForeignShop;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.processes.OrderState;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens, points and errors of the Admin API. */
class ShopifyTroubleTest {
    private static final FakeShopify SHOPIFY = new FakeShopify();

    @RegisterExtension
    static final WireMockExtension STORE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options()
                    .dynamicPort()
                    .bindAddress("127.0.0.1")
                    .extensions(SHOPIFY))
            .build();

    private final String order = SHOPIFY.knows();
    private final ForeignShop shop = shop(FakeShopify.SECRET);

    private static ForeignShop shop(String secret) {
        return new ShopifyShop(
                URI.create("http://127.0.0.1:" + STORE.getPort()),
                "app-1",
                () -> secret,
                Duration.ofSeconds(5),
                Clock.systemUTC());
    }

    @BeforeEach
    void answerAsShopify() {
        SHOPIFY.reset();
        STORE.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("shopify")));
    }

    @Test
    void aTokenIsFetchedOnceAndAnewWhenItIsKnownNoMore() {
        shop.delivery(order);
        shop.delivery(order);
        SHOPIFY.forgetTokens();
        assertThat(shop.delivery(order).state()).isEqualTo(OrderState.PAID);
        assertThatThrownBy(() -> shop("shpss_wrong").delivery(order))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SHOPIFY_CLIENT_SECRET")
                .hasMessageNotContaining("shpss_wrong");
    }

    @Test
    void anAnswerThatDoesNotComeWholeIsPassingTrouble() {
        shop.delivery(order);
        STORE.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
        assertThatThrownBy(() -> shop.delivery(order)).isInstanceOf(ProviderUnavailable.class);
        assertThatThrownBy(() -> shop(FakeShopify.SECRET).delivery(order))
                .as("of its token")
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("token");
        STORE.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{\"data\": {")));
        assertThatThrownBy(() -> shop.delivery(order)).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void waitsForAsLongAsItsPointsNeedToComeBack() {
        SHOPIFY.says("""
                {"errors": [{"message": "Throttled", "extensions": {"code": "THROTTLED",
                             "documentation": "https://shopify.dev/api/usage/rate-limits"}}],
                 "extensions": {"cost": {"requestedQueryCost": 752, "actualQueryCost": null,
                                "throttleStatus": {"maximumAvailable": 1000.0, "currentlyAvailable": 612, "restoreRate": 50.0}}}}
                """);
        assertThatThrownBy(() -> shop.delivery(order))
                .isInstanceOfSatisfying(
                        HeldBack.class, held -> assertThat(held.retryAfter()).contains(Duration.ofSeconds(3)));
    }

    @Test
    void tellsPassingTroubleFromWhatAPersonMustMend() {
        says("INTERNAL_SERVER_ERROR", "Internal error. Looks like something went wrong on our end.");
        assertThatThrownBy(() -> shop.delivery(order)).isInstanceOf(ProviderUnavailable.class);
        SHOPIFY.says("""
                {"errors": [{"message": "Access denied for order field.", "extensions": {"code": "ACCESS_DENIED",
                             "requiredAccess": "`read_orders` access scope."}, "path": ["order"]}], "data": {"order": null}}
                """);
        assertThatThrownBy(() -> shop.delivery(order))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("`read_orders` access scope");
        says("undefinedField", "Field 'email' doesn't exist on type 'Order'");
        assertThatThrownBy(() -> shop.delivery(order)).hasMessageContaining("Field 'email' doesn't exist");
        STORE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(402)));
        assertThatThrownBy(() -> shop("").delivery(order)).hasMessageContaining("402");
    }

    @Test
    void whatIsUnderWayUnderTheSameKeyIsLookedAtAgainAndNoFailure() {
        ForeignShop.StockChange three = new ForeignShop.StockChange("LAMP", null, 3, "received");
        SHOPIFY.isAtAllKeys(true);
        assertThatThrownBy(() -> shop.adjust(three, new EffectKey(order + "/adjust-stock/1")))
                .isInstanceOf(HeldBack.class)
                .hasMessageContaining("under the same key still");
    }

    private static void says(String code, String message) {
        SHOPIFY.says(
                "{\"errors\": [{\"message\": \"" + message + "\", \"extensions\": {\"code\": \"" + code + "\"}}]}");
    }

    @Test
    void anAnswerThatTakesTooLongIsPassingTrouble() {
        shop.delivery(order);
        STORE.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(3000)));
        ForeignShop hasty = new ShopifyShop(
                URI.create("http://127.0.0.1:" + STORE.getPort()),
                "app-1",
                () -> FakeShopify.SECRET,
                Duration.ofMillis(200),
                Clock.systemUTC());
        assertThatThrownBy(() -> hasty.delivery(order)).isInstanceOf(ProviderUnavailable.class);
    }
}
