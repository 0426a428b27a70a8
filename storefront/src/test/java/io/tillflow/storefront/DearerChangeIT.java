package io.tillflow.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.ShopClient.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A change that makes a placed order dearer is paid first, by one new payment, and then is the order. */
class DearerChangeIT extends DearerChangeCase {
    @Test
    void itIsPaidFirstAndThenIsTheOrderOnce() throws Exception {
        JsonNode before = facts();
        Answer refused = wants(change, 3, false);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("type").asString()).contains("costs-more");
        assertThat(atOnce(5, () -> wants(change, 3, true).status())).containsOnly(200);

        assertThat(facts().path("total")).isEqualTo(before.path("total"));
        assertThat(level("reserved")).as("kept for it").isEqualTo(3);
        JsonNode dearer = whole().path("dearer");
        assertThat(dearer.path("state").asString()).isEqualTo("PENDING");
        assertThat(dearer.path("total").asLong()).isEqualTo(before.path("total").asLong() + 10_000);
        assertThat(dearer.path("paymentUrl").asString()).isEqualTo("/sandbox/pay/" + anew);
        assertThat(wants(UUID.randomUUID(), 2, true).body().path("type").asString())
                .contains("change-pending");
        assertThat(wants(change, 2, true).body().path("type").asString()).contains("other-act");
        settle.all();
        assertThat(state()).isEqualTo("PENDING");

        stands(anew, "AUTHORISED");
        atOnce(4, this::later);
        JsonNode after = facts();
        assertThat(after.path("total")).isEqualTo(dearer.path("total"));
        assertThat(after.path("lines").get(0).path("quantity").asInt()).isEqualTo(3);
        assertThat(after.path("paymentId").asString()).isEqualTo(anew);
        assertThat(level("reserved")).isEqualTo(3);
        assertThat(state()).isEqualTo("APPLIED");
        assertThat(acts("CHANGE"))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.path("formerPaymentId").asString()).isEqualTo("pay_1"));
        assertThat(jdbc.sql("select data::text from outbox where subject = :id and type = 'payment-authorised'")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains(anew);
        later();
        assertThat(acts("CHANGE")).hasSize(1);
    }

    @Test
    void aLinkOfAProcessThatHasNotHeardOfItReplacesNothing() {
        wants(change, 3, true);
        stands(anew, "AUTHORISED");
        later();
        JsonNode told = shop().service("GET", id, "", "").body();
        assertThat(told.path("raised").asBoolean()).isTrue();
        String link = "{\"paymentId\":\"pay_9\",\"url\":\"/sandbox/pay/pay_9\",\"former\":\"%s\"}";
        assertThat(shop().service("PUT", id, "/payment", link.formatted("pay_1"))
                        .status())
                .isEqualTo(409);
        assertThat(shop().service("PUT", id, "/payment", link.formatted(anew)).status())
                .isEqualTo(200);
        assertThat(facts().path("paymentId").asString()).isEqualTo("pay_9");
    }

    @Test
    void whatIsSetAsideForTheOrderGrowsWithIt() {
        shop().service("POST", id, "/allocation", "");
        wants(change, 3, true);
        assertThat(level("allocated")).isEqualTo(1);
        assertThat(level("reserved")).isEqualTo(2);
        stands(anew, "AUTHORISED");
        later();
        assertThat(level("allocated")).isEqualTo(3);
        assertThat(level("reserved")).isZero();
        shop().service("POST", id, "/shipping-lock", "");
        shop().service("PUT", id, "/state", "{\"state\":\"SHIPPED\"}");
        assertThat(level("onHand")).isEqualTo(2);
    }

    @Test
    void somethingElseThatIsDearerComesInstead() {
        String other = fresh(2);
        priced(other, 9_000);
        String quantities = "\"quantities\":{\"%s\":0,\"%s\":1},\"payMore\":true".formatted(sku, other);
        assertThat(asks(change, quantities).status()).isEqualTo(200);
        assertThat(level("reserved")).isEqualTo(1);
        stands(anew, "CAPTURED");
        later();
        assertThat(facts().path("lines")).hasSize(1);
        assertThat(facts().path("lines").get(0).path("sku").asString()).isEqualTo(other);
        assertThat(level("reserved")).isZero();
    }

    /** The connectors were away, or the shop went down between its steps: it goes on where it was. */
    @Test
    void itIsGoneOnWithAfterWhateverWasAway() {
        opens(aResponse().withStatus(503));
        assertThat(wants(change, 3, true).status()).isEqualTo(200);
        assertThat(whole().path("dearer").path("paymentUrl").isString()).isFalse();
        assertThat(acts("PAY_MORE")).isEmpty();
        opens(okJson("{\"id\":\"%s\",\"url\":\"/sandbox/pay/%s\",\"status\":\"OPEN\"}".formatted(anew, anew)));
        clock.forward(Duration.ofMinutes(1));
        goOn.all();
        assertThat(whole().path("dearer").path("paymentUrl").asString()).contains(anew);
        assertThat(acts("PAY_MORE")).hasSize(1);

        CONNECTORS.stubFor(get(urlEqualTo("/api/v1/payments/" + anew))
                .willReturn(aResponse().withStatus(503)));
        later();
        assertThat(state()).isEqualTo("PENDING");
        stands(anew, "AUTHORISED");
        handsSay(aResponse().withStatus(503));
        later();
        assertThat(state()).isEqualTo("APPLIED");
        assertThat(way("CHANGE")).isEqualTo("WAITING");
        handsSay(okJson("{\"way\":\"HAND\",\"says\":\"\"}"));
        clock.forward(Duration.ofMinutes(2));
        goOn.all();
        assertThat(way("CHANGE")).isEqualTo("HAND");
        assertThat(facts().path("paymentId").asString()).isEqualTo(anew);
    }

    /** The money of the former payment is held or was taken early: the order must not be paid twice. */
    @Test
    void itsFormerPaymentIsLetGoOfUntilThatIsDone() {
        wants(change, 3, true);
        stands(anew, "DECLINED");
        later();
        stands(anew, "AUTHORISED");
        nobodyKnows("pay_1");
        handsSay(aResponse().withStatus(409));
        later();
        assertThat(state()).isEqualTo("APPLIED");
        assertThat(way("CHANGE")).isEqualTo("WAITING");
        handsSay(okJson("{\"way\":\"HAND\",\"says\":\"\"}"));
        clock.forward(Duration.ofMinutes(2));
        goOn.all();
        assertThat(way("CHANGE")).isEqualTo("HAND");
        assertThat(acts("CHANGE"))
                .hasSize(2)
                .allSatisfy(
                        it -> assertThat(it.path("formerPaymentId").asString()).isEqualTo("pay_1"));
    }

    @Test
    void itsShopperSeesItPaysItOrLeavesTheOrderAsItIs() {
        wants(change, 3, true);
        String token = jdbc.sql("select token from orders where id = cast(:id as uuid)")
                .param("id", id)
                .query(String.class)
                .single();
        String path = "/orders/" + id + "?token=" + token;
        assertThat(page(path))
                .contains("A change waits for you", "+ 2 × ", "/sandbox/pay/" + anew, "Leave it as it is")
                .doesNotContain("Not paid yet? Pay now");
        assertThat(page("/de" + path)).contains("Eine Änderung wartet auf dich", "So lassen, wie sie ist");
        assertThat(shop().send("POST", "/orders/" + id + "/keep?token=wrong", FORM, "", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(state()).isEqualTo("PENDING");
        assertThat(shop().get("/orders/" + id + "?token=" + token)
                        .body()
                        .path("change")
                        .path("paymentUrl")
                        .asString())
                .contains(anew);
        for (int twice = 0; twice < 2; twice++) {
            assertThat(shop().send("POST", "/orders/" + id + "/keep?token=" + token, FORM, "", Map.of())
                            .statusCode())
                    .isEqualTo(303);
        }
        staysAsItWas("KEPT");
        assertThat(acts("CHANGE_OFF"))
                .singleElement()
                .satisfies(it -> assertThat(it.has("reason")).isFalse());
        assertThat(page(path)).contains("You left it as it is.", "Not paid yet? Pay now");
    }
}
