package io.tillflow.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A change that was to be paid first comes to nothing: the order stays as it was. */
class DearerChangeEndIT extends DearerChangeCase {
    @Autowired
    private TransactionTemplate transaction;

    /** Run out, closed at the provider; taken early, so that nothing can be let go of. */
    @ParameterizedTest
    @CsvSource({"EXPIRED, AUTHORISED, UNPAID", "VOIDED, AUTHORISED, UNPAID", "AUTHORISED, CAPTURED, OUTDATED"})
    void whatIsNotPaidLeavesTheOrderAsItWas(String becomes, String former, String why) throws Exception {
        wants(change, 3, true);
        stands(anew, becomes);
        stands("pay_1", former);
        atOnce(3, this::later);
        staysAsItWas(why);
        assertThat(acts("CHANGE_OFF"))
                .singleElement()
                .satisfies(it -> assertThat(it.path("reason").asString()).isEqualTo("CHANGE_" + why));
        UUID again = UUID.randomUUID();
        assertThat(wants(again, 2, true).status()).as("another try").isEqualTo(200);
    }

    @Test
    void withoutAPaymentInADayItsThingsAreForSaleAgain() {
        wants(change, 3, true);
        clock.forward(Duration.ofHours(23));
        settle.all();
        assertThat(state()).isEqualTo("PENDING");
        clock.forward(Duration.ofHours(2));
        settle.all();
        staysAsItWas("UNPAID");
    }

    /** A mistyped card is no end: its page takes another one. */
    @Test
    void aDeclinedCardIsWaitedForUntilTheDayIsOver() {
        wants(change, 3, true);
        stands(anew, "DECLINED");
        assertThat(page(orderPage())).doesNotContain("Your bank said no");
        later();
        assertThat(state()).isEqualTo("PENDING");
        assertThat(acts("CHANGE_OFF")).isEmpty();
        assertThat(page(orderPage()))
                .contains("Your bank said no to the card", "You can try another one", "/sandbox/pay/" + anew);
        assertThat(page("/de" + orderPage())).contains("Deine Bank hat die Karte abgelehnt");
        clock.forward(Duration.ofDays(1));
        settle.all();
        staysAsItWas("DECLINED");
    }

    /** Of another provider than the one that is asked now: nothing is held with it. */
    @Test
    void aPaymentThatNobodyKnowsEndsWithTheDay() {
        wants(change, 3, true);
        nobodyKnows(anew);
        later();
        assertThat(state()).isEqualTo("PENDING");
        clock.forward(Duration.ofDays(1));
        settle.all();
        staysAsItWas("UNPAID");
    }

    @Test
    void aPaymentThatNobodyCanTellOfEndsAnHourAfterTheDay() {
        wants(change, 3, true);
        CONNECTORS.stubFor(get(urlEqualTo("/api/v1/payments/" + anew))
                .willReturn(aResponse().withStatus(400)));
        clock.forward(Duration.ofDays(1).plusMinutes(30));
        settle.all();
        assertThat(state()).isEqualTo("PENDING");
        clock.forward(Duration.ofHours(1));
        settle.all();
        staysAsItWas("UNPAID");
    }

    /** Held money is let go of however often that is refused, also by the emergency stop. */
    @ParameterizedTest
    @ValueSource(ints = {400, 409, 500})
    void itsPaymentIsLetGoOfUntilThatIsDone(int refusal) {
        wants(change, 3, true);
        handsSay(aResponse().withStatus(refusal));
        assertThat(drop().status()).isEqualTo(200);
        assertThat(way("CHANGE_OFF")).isEqualTo("WAITING");
        clock.forward(Duration.ofMinutes(2));
        goOn.all();
        assertThat(way("CHANGE_OFF")).isEqualTo("WAITING");
        handsSay(okJson("{\"way\":\"HAND\",\"says\":\"\"}"));
        clock.forward(Duration.ofMinutes(2));
        goOn.all();
        assertThat(way("CHANGE_OFF")).isEqualTo("HAND");
        assertThat(acts("CHANGE_OFF"))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(
                        it -> assertThat(it.path("openedPaymentId").asString()).isEqualTo(anew));
    }

    /** It was called off while its payment was about to be opened: nobody pays there, and no letter leads to it. */
    @Test
    void aPaymentThatWasOpenedTooLateIsClosed() throws Exception {
        opens(aResponse().withStatus(503));
        wants(change, 3, true);
        opens(okJson("{\"id\":\"%s\",\"url\":\"/sandbox/pay/%s\",\"status\":\"OPEN\"}".formatted(anew, anew)));
        clock.forward(Duration.ofMinutes(1));
        Thread opening = transaction.execute(status -> {
            jdbc.sql("select id from orders where id = cast(:id as uuid) for update")
                    .param("id", id)
                    .query()
                    .listOfRows();
            Thread going = Thread.ofVirtual().start(goOn::all);
            await().until(() -> CONNECTORS
                            .findAll(postRequestedFor(urlEqualTo("/api/v1/payments"))
                                    .withHeader("Idempotency-Key", equalTo(change.toString())))
                            .size()
                    == 2);
            jdbc.sql("update order_change set state = 'ENDED', reason = 'UNPAID' where id = :id")
                    .param("id", change)
                    .update();
            return going;
        });
        await().until(() -> !opening.isAlive());
        clock.forward(Duration.ofMinutes(1));
        atOnce(3, goOn::all);
        assertThat(acts("PAY_MORE")).isEmpty();
        assertThat(way("PAY_MORE")).isEqualTo("REFUSED");
        assertThat(acts("CHANGE_OFF")).singleElement().satisfies(it -> {
            assertThat(it.path("openedPaymentId").asString()).isEqualTo(anew);
            assertThat(it.has("reason")).isFalse();
        });
    }

    private String orderPage() {
        return jdbc.sql("select '/orders/' || id || '?token=' || token from orders where id = cast(:id as uuid)")
                .param("id", id)
                .query(String.class)
                .single();
    }

    @Test
    void whatWasChangedSinceIsNoLongerSaidToStayAsItWas() {
        wants(change, 3, true);
        clock.forward(Duration.ofMinutes(1));
        drop();
        String path = orderPage();
        assertThat(page(path)).contains("id=\"change\"");
        clock.forward(Duration.ofMinutes(1));
        String elsewhere =
                "{\"name\":\"Mara Lindqvist\",\"street\":\"Neue Gasse 7\",\"postcode\":\"10437\",\"town\":\"Berlin\",\"country\":\"DE\"}";
        assertThat(asks(UUID.randomUUID(), "\"shipping\":" + elsewhere).status())
                .isEqualTo(200);
        assertThat(page(path)).doesNotContain("id=\"change\"");
    }

    @Test
    void whenItsParcelIsSealedFirstItLeavesAsItWas() {
        shop().service("POST", id, "/allocation", "");
        wants(change, 3, true);
        stands(anew, "AUTHORISED");
        assertThat(shop().service("POST", id, "/shipping-lock", "").status()).isEqualTo(200);
        later();
        assertThat(whole().path("dearer").path("reason").asString()).isEqualTo("SHIPPED");
        assertThat(facts().path("paymentId").asString()).isEqualTo("pay_1");
        assertThat(level("allocated")).isEqualTo(1);
        assertThat(level("reserved")).isZero();
        assertThat(acts("CHANGE_OFF")).hasSize(1);
    }

    /** Whoever is first: never both, and nothing is kept for an order that is called off. */
    @Test
    void aCancellationAndAPaymentAtTheSameTimeComeToOneEnd() throws Exception {
        wants(change, 3, true);
        stands(anew, "AUTHORISED");
        clock.forward(Duration.ofMinutes(2));
        List<Boolean> cancelling = new java.util.concurrent.CopyOnWriteArrayList<>(List.of(true, false, true, false));
        atOnce(4, () -> {
            if (cancelling.removeFirst()) {
                shop().admin("POST", "/orders/" + id + "/cancellation", "");
            } else {
                settle.all();
            }
            return true;
        });
        later();
        shop().service("PUT", id, "/state", "{\"state\":\"CANCELLED\",\"reason\":\"SHOPPER\"}");
        later();
        assertThat(state()).isIn("APPLIED", "ENDED");
        String held = facts().path("paymentId").asString();
        assertThat(held).isEqualTo(state().equals("APPLIED") ? anew : "pay_1");
        assertThat(acts("CHANGE").size() + acts("CHANGE_OFF").size()).isEqualTo(1);
        assertThat(level("reserved")).isZero();
    }

    @Test
    void whatIsLackingByThenIsNotPaidFor() {
        shop().service("POST", id, "/allocation", "");
        wants(change, 3, true);
        shop().admin("PUT", "/stock/" + sku, "{\"onHand\":2,\"reason\":\"broken\"}");
        stands(anew, "AUTHORISED");
        later();
        assertThat(whole().path("dearer").path("reason").asString()).isEqualTo("SOLD_OUT");
        assertThat(level("allocated")).isEqualTo(1);
        assertThat(level("reserved")).isZero();
    }

    @Test
    void staffCallItOffAndAnAddressDoesNotWait() {
        String elsewhere =
                "{\"name\":\"Mara Lindqvist\",\"street\":\"Neue Gasse 7\",\"postcode\":\"10437\",\"town\":\"Berlin\",\"country\":\"DE\"}";
        String both = "\"quantities\":{\"" + sku + "\":3},\"payMore\":true,\"shipping\":" + elsewhere;
        assertThat(asks(change, both).body().path("type").asString()).contains("address-apart");
        wants(change, 3, true);
        assertThat(asks(UUID.randomUUID(), "\"shipping\":" + elsewhere).status())
                .isEqualTo(200);
        assertThat(drop().status()).isEqualTo(200);
        staysAsItWas("DROPPED");
        assertThat(drop().status()).isEqualTo(409);
        assertThat(shop().admin("POST", "/orders/" + UUID.randomUUID() + "/changes/off", "{}")
                        .status())
                .isEqualTo(404);
    }
}
