package io.tillflow.connectors.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.processes.OrderState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every shop behind the port must do with its orders. */
public abstract class OrdersContract {
    protected abstract Orders orders();

    /**
     * An order of Mara Lindqvist, paid and not yet on its way: two blue mugs at 24.00 EUR and a lamp at 112.00 EUR, delivery 4.90 EUR,
     * 1400 g to Berlin; in German.
     *
     * @return its id
     */
    protected abstract String paidOrder();

    protected abstract String unknownOrder();

    /** What the shop's people read beside an order. */
    protected abstract List<String> notes(String order);

    /** How many parcels the shop knows of an order. */
    protected abstract int parcels(String order);

    /** From now on it answers nobody: 503. */
    protected abstract void goAway();

    /** It has too much to do: 429. */
    protected abstract void beBusy();

    /** The next write takes effect, and its answer gets lost. */
    protected abstract void loseTheNextAnswer();

    private static EffectKey key(String order, String step) {
        return new EffectKey(order + "/" + step + "/1");
    }

    protected static OrderNews shipped() {
        return new OrderNews(OrderState.SHIPPED, null, "DHL", "ULM1", "https://track.example/ULM1");
    }

    @Test
    void tellsWhatALetterOrALabelNeeds() {
        String order = paidOrder();
        OrderFacts facts = orders().facts(order);
        assertThat(facts.id()).isEqualTo(order);
        assertThat(facts.number()).isNotBlank();
        assertThat(facts.email()).isEqualTo("mara@example.org");
        assertThat(facts.locale().getLanguage()).isEqualTo("de");
        assertThat(facts.currency()).isEqualTo("EUR");
        assertThat(facts.total()).isEqualTo(16_490);
        assertThat(facts.deliveryPrice()).isEqualTo(490);
        assertThat(facts.weightGrams()).isEqualTo(1400);
        assertThat(facts.shipping())
                .isEqualTo(new OrderFacts.Place("Mara Lindqvist", "Long Lane 1", "", "10115", "Berlin", "DE"));
        assertThat(facts.lines())
                .containsExactly(
                        new OrderFacts.Line("MUG-BLUE", "Mug, blue", 2, 2400, 4800),
                        new OrderFacts.Line("LAMP", "Tarn table lamp", 1, 11_200, 11_200));
        assertThat(facts).hasToString("OrderFacts[" + facts.number() + "]");
    }

    @Test
    void anOrderLeavesOnceHoweverOftenItIsTold() {
        String order = paidOrder();
        assertThat(orders().delivery(order).state()).isEqualTo(OrderState.PAID);
        orders().show(order, shipped(), key(order, "show-shipped"));
        orders().show(order, shipped(), key(order, "show-shipped"));
        Delivery delivery = orders().delivery(order);
        assertThat(delivery.state()).isEqualTo(OrderState.SHIPPED);
        assertThat(delivery.arrived()).isFalse();
        assertThat(delivery.carrier()).contains("DHL");
        assertThat(delivery.trackingNumber()).contains("ULM1");
        assertThat(parcels(order)).isEqualTo(1);
    }

    @Test
    void anOrderThatLeftWithoutAnAnswerLeavesOnce() {
        String order = paidOrder();
        loseTheNextAnswer();
        assertThatThrownBy(() -> orders().show(order, shipped(), key(order, "show-shipped")))
                .isInstanceOf(ProviderUnavailable.class);
        orders().show(order, shipped(), key(order, "show-shipped"));
        assertThat(parcels(order)).isEqualTo(1);
    }

    @Test
    void whatLeftArrives() {
        String order = paidOrder();
        orders().show(order, shipped(), key(order, "show-shipped"));
        OrderNews arrived = new OrderNews(OrderState.DELIVERED, null, null, null, null);
        orders().show(order, arrived, key(order, "show-delivered"));
        orders().show(order, arrived, key(order, "show-delivered"));
        assertThat(orders().delivery(order).arrived()).isTrue();
    }

    @Test
    void aNoteIsWrittenOnceForItsKeyAndBesideTheOthers() {
        String order = paidOrder();
        orders().note(order, "Looks odd.", key(order, "note-risk"));
        orders().note(order, "Looks odd.", key(order, "note-risk"));
        loseTheNextAnswer();
        assertThatThrownBy(() -> orders().note(order, "Asked.", key(order, "note-asked")))
                .isInstanceOf(ProviderUnavailable.class);
        orders().note(order, "Asked.", key(order, "note-asked"));
        assertThat(notes(order)).hasSize(2);
        assertThat(notes(order).getFirst()).startsWith("Looks odd.");
        assertThat(notes(order).getLast()).startsWith("Asked.");
    }

    @Test
    void nobodyKnowsAnUnknownOrder() {
        assertThatThrownBy(() -> orders().facts(unknownOrder()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(unknownOrder());
        assertThatThrownBy(() -> orders().delivery(unknownOrder())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passingTroubleIsNoRefusal() {
        String order = paidOrder();
        goAway();
        assertThatThrownBy(() -> orders().facts(order)).isInstanceOf(ProviderUnavailable.class);
        assertThatThrownBy(() -> orders().note(order, "Looks odd.", key(order, "note-risk")))
                .isInstanceOf(ProviderUnavailable.class);
        beBusy();
        assertThatThrownBy(() -> orders().delivery(order)).isInstanceOf(ProviderUnavailable.class);
    }
}
