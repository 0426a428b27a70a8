package io.tillflow.connectors.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.HeldBack;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which shop an order belongs to, and what only our own can do. */
class ShopsByOrderTest {
    private static final EffectKey KEY = new EffectKey("shopify-5512/step/1");

    private final List<String> calls = new ArrayList<>();
    private final Shop own = recording("own", Shop.class);
    private final ConnectedShops connected =
            new ConnectedShops(Map.of("shopify", recording("shopify", ForeignShop.class)), () -> {});
    private final Shop shops = new ShopsByOrder(own, connected);

    private <T> T recording(String name, Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    calls.add(name + "." + method.getName());
                    return method.getReturnType() == boolean.class ? false : null;
                }));
    }

    @Test
    void anOrdersIdSaysWhoseItIs() {
        shops.delivery("shopify-5512");
        shops.note("shopify-5512", "Looks odd.", KEY);
        shops.delivery("7f3");
        shops.allocate("7f3", KEY);
        shops.tellShopper(new ShopperNotice(null, "3c1", "Soon."), KEY);
        shops.takeLetter("U-1001", new OrderLetter("l1", "mara@example.org", "Where?", false, 0));
        assertThat(calls)
                .containsExactly(
                        "shopify.delivery",
                        "shopify.note",
                        "own.delivery",
                        "own.allocate",
                        "own.tellShopper",
                        "own.takeLetter");
    }

    @Test
    void whatOnlyOurShopHasIsRefusedByNameAndAsksNobody() {
        assertThatThrownBy(() -> shops.allocate("shopify-5512", KEY))
                .isInstanceOf(NotOffered.class)
                .hasMessage("expected shopify to put goods aside for order shopify-5512, but it does not offer that:"
                        + " it does so itself when an order is placed; leave the step out");
        assertThatThrownBy(() -> shops.release("shopify-5512", KEY)).isInstanceOf(NotOffered.class);
        assertThatThrownBy(() -> shops.lockForShipping("shopify-5512", KEY)).isInstanceOf(NotOffered.class);
        assertThatThrownBy(() -> shops.linkPayment("shopify-5512", new PaymentLinkForOrder("pay_1", "/pay", null), KEY))
                .isInstanceOf(NotOffered.class);
        assertThatThrownBy(() -> shops.tellShopper(new ShopperNotice("shopify-5512", null, "Soon."), KEY))
                .isInstanceOf(NotOffered.class)
                .hasMessageContaining("send an e-mail");
        assertThatThrownBy(() -> shops.letterStop("shopify-5512")).hasMessageContaining("go out from there");
        assertThatThrownBy(() -> connected.ofOrder("7f3")).isInstanceOf(NotOffered.class);
        assertThat(calls).isEmpty();
    }

    @Test
    void anOrderOfAShopThatIsNotConnectedIsNotTakenForOurs() {
        Shop alone = new ShopsByOrder(own, new ConnectedShops(Map.of(), () -> {}));
        assertThatThrownBy(() -> alone.facts("shopify-5512")).hasMessageContaining("set TILLFLOW_SHOPIFY_STORE");
        assertThat(calls).isEmpty();
    }

    @Test
    void theEmergencyStopHoldsBackWhatGoesToConnectedShopsAlone() {
        ConnectedShops stopped = new ConnectedShops(Map.of("shopify", recording("shopify", ForeignShop.class)), () -> {
            throw new HeldBack("outward effects are stopped", Duration.ofSeconds(5));
        });
        Shop shop = new ShopsByOrder(own, stopped);
        shop.note("7f3", "Looks odd.", KEY);
        assertThatThrownBy(() -> shop.note("shopify-5512", "Looks odd.", KEY)).isInstanceOf(HeldBack.class);
        assertThat(calls).containsExactly("own.note");
    }
}
