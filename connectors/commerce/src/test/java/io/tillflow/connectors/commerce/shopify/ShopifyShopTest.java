package io.tillflow.connectors.commerce.shopify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tillflow.connectors.commerce.ForeignShop;
import io.tillflow.connectors.commerce.ForeignShop.ArticleUnknown;
import io.tillflow.connectors.commerce.ForeignShop.RefundOutcome;
import io.tillflow.connectors.commerce.ForeignShop.StockChange;
import io.tillflow.connectors.commerce.ForeignShop.StockLevel;
import io.tillflow.connectors.commerce.NotOffered;
import io.tillflow.connectors.commerce.OrderNews;
import io.tillflow.connectors.commerce.Orders;
import io.tillflow.connectors.commerce.OrdersContract;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.processes.OrderState;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShopifyShopTest extends OrdersContract {
    private static final FakeShopify SHOPIFY = new FakeShopify();

    @RegisterExtension
    static final WireMockExtension STORE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options()
                    .dynamicPort()
                    .bindAddress("127.0.0.1")
                    .extensions(SHOPIFY))
            .build();

    private final String order = SHOPIFY.knows();
    private final ForeignShop shop = new ShopifyShop(
            URI.create("http://127.0.0.1:" + STORE.getPort()),
            "app-1",
            () -> FakeShopify.SECRET,
            Duration.ofSeconds(5),
            Clock.systemUTC());

    @BeforeEach
    void answerAsShopify() {
        SHOPIFY.reset();
        SHOPIFY.inventory().reset();
        STORE.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("shopify")));
    }

    @Override
    protected Orders orders() {
        return shop;
    }

    @Override
    protected String paidOrder() {
        return order;
    }

    @Override
    protected String unknownOrder() {
        return "shopify-7";
    }

    @Override
    protected List<String> notes(String order) {
        return SHOPIFY.told(order).path("note").asString("").lines().toList();
    }

    @Override
    protected int parcels(String order) {
        return SHOPIFY.told(order).path("fulfillments").size();
    }

    @Override
    protected void goAway() {
        answer(503);
    }

    @Override
    protected void beBusy() {
        answer(429);
    }

    @Override
    protected void loseTheNextAnswer() {
        SHOPIFY.loseTheNextAnswer();
    }

    private static void answer(int status) {
        STORE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withHeader("Retry-After", "2.0")));
    }

    private EffectKey key(String step) {
        return new EffectKey(order + "/" + step + "/1");
    }

    private static Money euros(long cents) {
        return new Money(cents, "EUR");
    }

    @Test
    void aNoteOfTheStaffStaysWhereItIs() {
        SHOPIFY.told(order).put("note", "Rings twice.");
        shop.note(order, "Looks odd.", key("note-risk"));
        assertThat(notes(order)).hasSize(2).first().isEqualTo("Rings twice.");
        assertThat(notes(order).getLast()).matches("Looks odd\\. \\[tillflow [0-9a-f-]{13}]");
    }

    @Test
    void whatWaitsOnHoldDoesNotLeave() {
        SHOPIFY.order(order).hold();
        assertThatThrownBy(() -> shop.show(order, shipped(), key("show-shipped")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("on hold");
        OrderNews arrived = new OrderNews(OrderState.DELIVERED, null, null, null, null);
        assertThatThrownBy(() -> shop.show(order, arrived, key("show-delivered")))
                .hasMessageContaining("knows no parcel");
        assertThat(SHOPIFY.asked("HandOver")).isZero();
    }

    @Test
    void whatLiesAtTwoLocationsLeavesWhole() {
        SHOPIFY.order(order).liesAtTwo();
        SHOPIFY.order(order).refuseTheSecond(true);
        for (int tries = 0; tries < 2; tries++) {
            assertThatThrownBy(() -> shop.show(order, shipped(), key("show-shipped")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("unfulfillable");
            assertThat(parcels(order)).isEqualTo(1);
        }
        SHOPIFY.order(order).refuseTheSecond(false);
        shop.show(order, shipped(), key("show-shipped"));
        shop.show(order, shipped(), key("show-shipped"));
        assertThat(parcels(order)).isEqualTo(2);
        assertThat(shop.delivery(order).state()).isEqualTo(OrderState.SHIPPED);
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderState.class,
            names = {"SHIPPED", "DELIVERED"},
            mode = EnumSource.Mode.EXCLUDE)
    void refusesToShowWhatItHasNoPlaceFor(OrderState state) {
        OrderNews news = new OrderNews(state, null, null, null, null);
        assertThatThrownBy(() -> shop.show(order, news, key("show")))
                .isInstanceOf(NotOffered.class)
                .hasMessageContaining("show order " + order + " as " + state)
                .hasMessageContaining("does not offer that");
    }

    @ParameterizedTest
    @CsvSource({"PENDING,AWAITING_PAYMENT", "AUTHORIZED,AWAITING_PAYMENT", "PARTIALLY_REFUNDED,PAID", "VOIDED,PLACED"})
    void saysInOurWordsHowFarAnOrderGot(String financial, OrderState state) {
        SHOPIFY.told(order).put("displayFinancialStatus", financial);
        assertThat(shop.delivery(order).state()).isEqualTo(state);
    }

    @Test
    void moneyGoesBackOnceTheWayItCameFromEachPayment() {
        RefundOutcome refunded = new RefundOutcome.Refunded(euros(12_000));
        assertThat(shop.refund(order, euros(12_000), key("refund-order"))).isEqualTo(refunded);
        assertThat(shop.refund(order, euros(12_000), key("refund-order"))).isEqualTo(refunded);
        assertThat(SHOPIFY.order(order).returned()).containsExactly("2: 100.00", "3: 20.00");
        assertThat(shop.refund(order, euros(4_491), key("refund-rest")))
                .isEqualTo(new RefundOutcome.MoreThanPaid(euros(4_490)));
        assertThat(SHOPIFY.order(order).refunds()).hasSize(1);
    }

    @Test
    void aRefundWhoseAnswerGotLostIsNoSecondOne() {
        SHOPIFY.loseTheNextAnswer();
        assertThatThrownBy(() -> shop.refund(order, euros(500), key("refund-order")))
                .isInstanceOf(ProviderUnavailable.class);
        assertThat(shop.refund(order, euros(500), key("refund-order")))
                .isEqualTo(new RefundOutcome.Refunded(euros(500)));
        assertThat(SHOPIFY.order(order).returned()).containsExactly("2: 5.00");
    }

    @Test
    void aKeyIsForOneRefundInTheOrdersCurrency() {
        shop.refund(order, euros(500), key("refund-order"));
        assertThatThrownBy(() -> shop.refund(order, euros(600), key("refund-order")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("€5.00");
        assertThatThrownBy(() -> shop.refund(order, new Money(500, "USD"), key("refund-usd")))
                .hasMessageContaining("has it in EUR");
    }

    @Test
    void stockIsReadOfOneArticleAtAllLocationsOrOne() {
        assertThat(shop.stock("MUG-BLUE", null)).isEqualTo(new StockLevel(10, 14));
        assertThat(shop.stock("MUG-BLUE", "berlin")).isEqualTo(new StockLevel(3, 5));
        assertThatThrownBy(() -> shop.stock("MUG", null))
                .isInstanceOf(ArticleUnknown.class)
                .hasMessageContaining("none");
        assertThatThrownBy(() -> shop.stock("LAMP", "Berlin"))
                .isInstanceOf(ArticleUnknown.class)
                .hasMessageContaining("it lies at Hamburg");
    }

    @Test
    void stockChangesOnceForItsKey() {
        StockChange three = new StockChange("LAMP", null, 3, "received");
        shop.adjust(three, key("adjust-stock"));
        shop.adjust(three, key("adjust-stock"));
        SHOPIFY.loseTheNextAnswer();
        StockChange fewer = new StockChange("MUG-BLUE", "Hamburg", -2, "damaged");
        assertThatThrownBy(() -> shop.adjust(fewer, key("adjust-mugs"))).isInstanceOf(ProviderUnavailable.class);
        shop.adjust(fewer, key("adjust-mugs"));
        assertThat(SHOPIFY.inventory().available("LAMP", "Hamburg")).isEqualTo(7);
        assertThat(SHOPIFY.inventory().available("MUG-BLUE", "Hamburg")).isEqualTo(5);
        assertThatThrownBy(() -> shop.adjust(new StockChange("MUG-BLUE", null, 1, "received"), key("adjust-any")))
                .isInstanceOf(ArticleUnknown.class)
                .hasMessageContaining("expected a location");
        assertThatThrownBy(() -> shop.adjust(new StockChange("LAMP", null, 4, "received"), key("adjust-stock")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
    }

    @Test
    void refusesIdsThatAreNone() {
        for (String id : List.of("7f3", "shopify-", "shopify-0", "shopify-1/orders", "gid://shopify/Order/1")) {
            assertThatThrownBy(() -> shop.delivery(id)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
