package io.tillflow.connectors.commerce.shopify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tillflow.connectors.commerce.ForeignShop;
import io.tillflow.connectors.commerce.ForeignShop.CancelOutcome;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.Money;
import io.tillflow.processes.CancelCause;
import io.tillflow.processes.OrderState;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cancelling, which Shopify does in a job of its own; what is left to give back; and whether it knows us. */
class ShopifyCancellationsTest {
    private static final FakeShopify SHOPIFY = new FakeShopify();
    private static final CancelOutcome CANCELLED = new CancelOutcome.Cancelled();

    @RegisterExtension
    static final WireMockExtension STORE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options()
                    .dynamicPort()
                    .bindAddress("127.0.0.1")
                    .extensions(SHOPIFY))
            .build();

    private final String order = SHOPIFY.knows();
    private final ForeignShop shop = shop(Clock.systemUTC());

    private static ForeignShop shop(Clock clock) {
        return new ShopifyShop(
                URI.create("http://127.0.0.1:" + STORE.getPort()),
                "app-1",
                () -> FakeShopify.SECRET,
                Duration.ofSeconds(5),
                clock);
    }

    @BeforeEach
    void answerAsShopify() {
        SHOPIFY.reset();
        STORE.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("shopify")));
    }

    private EffectKey key(String step) {
        return new EffectKey(order + "/" + step + "/1");
    }

    private static Money euros(long minor) {
        return new Money(minor, "EUR");
    }

    @Test
    void anOrderIsCancelledOnceHoweverOftenItIsAsked() {
        assertThat(shop.cancel(order, CancelCause.FRAUD, true, key("cancel-order")))
                .isEqualTo(CANCELLED);
        assertThat(shop.cancel(order, CancelCause.FRAUD, true, key("cancel-order")))
                .isEqualTo(CANCELLED);
        assertThat(SHOPIFY.asked("OrderCancel")).isEqualTo(1);
        assertThat(shop.delivery(order).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void anOrderThatIsBeingCancelledIsWaitedFor() {
        SHOPIFY.order(order).cancelSlowly();
        for (int tries = 0; tries < 2; tries++) {
            assertThatThrownBy(() -> shop.cancel(order, CancelCause.CUSTOMER, false, key("cancel-order")))
                    .isInstanceOfSatisfying(
                            HeldBack.class,
                            waits -> assertThat(waits.retryAfter()).contains(Duration.ofSeconds(3)));
        }
        SHOPIFY.order(order).finishCancelling();
        assertThat(shop.cancel(order, CancelCause.CUSTOMER, false, key("cancel-order")))
                .isEqualTo(CANCELLED);
    }

    @Test
    void aCancellationThatEndsWithoutHavingDoneItIsAPersonsMatterAndBeginsAnewAfterwards() {
        SHOPIFY.order(order).cancelSlowly();
        assertThatThrownBy(() -> cancel(shop)).isInstanceOf(HeldBack.class);
        SHOPIFY.order(order).failToCancel();
        assertThatThrownBy(() -> cancel(shop)).isInstanceOf(HeldBack.class);
        assertThatThrownBy(() -> cancel(shop))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("order " + order + ", but its job ended")
                .hasMessageContaining("try this step again");
        assertThat(SHOPIFY.asked("OrderCancel")).isEqualTo(1);
        assertThatThrownBy(() -> cancel(shop)).isInstanceOf(HeldBack.class);
        SHOPIFY.order(order).finishCancelling();
        assertThat(cancel(shop)).isEqualTo(CANCELLED);
        assertThat(SHOPIFY.asked("OrderCancel")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCancellationIsNotWaitedForForever(boolean ours) {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T12:00:00Z"));
        ForeignShop patient = shop(((InstantSource) now::get).withZone(ZoneOffset.UTC));
        SHOPIFY.order(order).cancelSlowly();
        assertThatThrownBy(() -> cancel(ours ? patient : shop)).isInstanceOf(HeldBack.class);
        assertThatThrownBy(() -> cancel(patient)).isInstanceOf(HeldBack.class);
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(29)));
        assertThatThrownBy(() -> cancel(patient)).isInstanceOf(HeldBack.class);
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(2)));
        assertThatThrownBy(() -> cancel(patient))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("for 30 minutes");
    }

    private CancelOutcome cancel(ForeignShop by) {
        return by.cancel(order, CancelCause.CUSTOMER, false, key("cancel-order"));
    }

    @Test
    void whatWentBackIsNotLeft() {
        assertThat(shop.left(order)).isEqualTo(euros(16_490));
        shop.refund(order, euros(500), key("refund-order"));
        assertThat(shop.left(order)).isEqualTo(euros(15_990));
        assertThatThrownBy(() -> shop.left("shopify-7")).hasMessageContaining("shopify-7");
    }

    @Test
    void saysWhatItIsCalledAndWhichPermissionsAreMissing() {
        assertThat(shop.connection()).isEqualTo(new ForeignShop.Connection("Ullmere", List.of()));
        SHOPIFY.gives("write_orders", "read_inventory", "read_locations", "read_products");
        assertThat(shop.connection().missing())
                .containsExactly(
                        "read_merchant_managed_fulfillment_orders",
                        "write_merchant_managed_fulfillment_orders",
                        "write_inventory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot cancel a fulfilled order",
                "The order is already fulfilled",
                "Cannot cancel an order while its fulfillment is in progress"
            })
    void anOrderThatCannotBeCancelledSaysWhy(String reason) {
        SHOPIFY.order(order).refuseToCancel(reason);
        assertThat(shop.cancel(order, CancelCause.OTHER, true, key("cancel-order")))
                .isEqualTo(new CancelOutcome.Refused(reason));
    }
}
