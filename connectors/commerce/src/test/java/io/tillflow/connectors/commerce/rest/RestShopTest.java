package io.tillflow.connectors.commerce.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tillflow.connectors.commerce.AccountLetter;
import io.tillflow.connectors.commerce.AllocationResult;
import io.tillflow.connectors.commerce.CartReminder;
import io.tillflow.connectors.commerce.Delivery;
import io.tillflow.connectors.commerce.LetterStop;
import io.tillflow.connectors.commerce.OrderFacts;
import io.tillflow.connectors.commerce.OrderLetter;
import io.tillflow.connectors.commerce.OrderNews;
import io.tillflow.connectors.commerce.PaymentLinkForOrder;
import io.tillflow.connectors.commerce.ShippingLock;
import io.tillflow.connectors.commerce.ShopperNotice;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.processes.OrderState;
import io.tillflow.processes.SupportRead;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestShopTest {
    @RegisterExtension
    static final WireMockExtension SHOP = WireMockExtension.newInstance()
            .options(com.github.tomakehurst.wiremock.core.WireMockConfiguration.options()
                    .dynamicPort()
                    .bindAddress("127.0.0.1"))
            .build();

    private static final String ORDER = "/api/v1/service/orders/7f3";
    private static final EffectKey KEY = new EffectKey("7f3/allocate-stock/1");

    private RestShop shop = new RestShop(URI.create("http://localhost"), "", Duration.ZERO);

    @BeforeEach
    void reachTheShop() {
        shop = new RestShop(
                URI.create("http://127.0.0.1:" + SHOP.getPort()), "token-of-the-service", Duration.ofMillis(500));
    }

    @Test
    void allocatesUnderTheEffectKey() {
        answers(okJson("{\"allocated\": true}"));
        assertThat(shop.allocate("7f3", KEY)).isEqualTo(new AllocationResult.Allocated());
        SHOP.verify(postRequestedFor(urlEqualTo(ORDER + "/allocation"))
                .withHeader("Authorization", equalTo("Bearer token-of-the-service"))
                .withHeader("Idempotency-Key", equalTo("7f3/allocate-stock/1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stock-short", "https://shop.example/problems/stock-short", "urn:tillflow:stock-short"})
    void saysWhatIsMissing(String type) {
        answers(conflict("{\"type\": \"" + type + "\", \"missing\": [{\"sku\": \"A\", \"quantity\": 2}]}"));
        assertThat(shop.allocate("7f3", KEY))
                .isEqualTo(new AllocationResult.StockShort(List.of(new AllocationResult.Missing("A", 2))));
    }

    @Test
    void tellsAShopperUnderTheEffectKeyAndHearsWhenThereIsNobody() {
        answers(aResponse().withStatus(204));
        assertThat(shop.tellShopper(new ShopperNotice("7f3", null, "Soon."), KEY))
                .isTrue();
        SHOP.verify(postRequestedFor(urlEqualTo("/api/v1/service/notices"))
                .withHeader("Idempotency-Key", equalTo(KEY.value()))
                .withRequestBody(equalToJson("{\"orderId\": \"7f3\", \"text\": \"Soon.\"}")));
        answers(aResponse().withStatus(410));
        assertThat(shop.tellShopper(new ShopperNotice(null, "3c1", "Soon."), KEY))
                .isFalse();
        answers(aResponse().withStatus(503));
        assertThatThrownBy(() -> shop.tellShopper(new ShopperNotice(null, "3c1", "Soon."), KEY))
                .isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void hearsThatTheShopperWasFaster() {
        answers(conflict("{\"type\": \"order-cancelled\"}"));
        assertThat(shop.allocate("7f3", KEY)).isEqualTo(new AllocationResult.OrderCancelled());
        assertThat(shop.lockForShipping("7f3", KEY)).isEqualTo(new ShippingLock.OrderCancelled());
    }

    @Test
    void knowsAnExchangeThatWasCalledOff() {
        answers(okJson("{}"));
        assertThat(shop.lockExchange("9c1", KEY)).isTrue();
        answers(conflict("{\"type\": \"exchange-off\"}"));
        assertThat(shop.lockExchange("9c1", KEY)).isFalse();
    }

    @Test
    void doesNotTakeAnotherConflictForAnExpectedOne() {
        answers(conflict("{\"type\": \"something-else\"}"));
        assertThatThrownBy(() -> shop.allocate("7f3", KEY)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> shop.lockForShipping("7f3", KEY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tellsTheOrderPageWhatToShow() {
        answers(okJson("{}"));
        shop.show("7f3", new OrderNews(OrderState.SHIPPED, null, "DHL", "ULM1", "/sandbox/track/ULM1"), KEY);
        shop.linkPayment("7f3", new PaymentLinkForOrder("pay_1", "/sandbox/pay/pay_1", null), KEY);
        shop.release("7f3", KEY);

        SHOP.verify(putRequestedFor(urlEqualTo(ORDER + "/state")).withRequestBody(equalToJson("""
                {"state": "SHIPPED", "reason": null, "carrier": "DHL", "trackingNumber": "ULM1", "trackingUrl": "/sandbox/track/ULM1"}
                """)));
        SHOP.verify(putRequestedFor(urlEqualTo(ORDER + "/payment")).withRequestBody(equalToJson("""
                {"paymentId": "pay_1", "url": "/sandbox/pay/pay_1", "former": null}
                """)));
        SHOP.verify(deleteRequestedFor(urlEqualTo(ORDER + "/allocation")));
    }

    @Test
    void readsHowFarAnOrderGot() {
        answers(okJson("""
                {"id": "7f3", "number": "U-1001", "state": "DELIVERED", "email": "mara@example.org",
                 "parcel": {"carrier": "DHL", "trackingNumber": "ULM1", "trackingUrl": null}}
                """));
        Delivery delivery = shop.delivery("7f3");
        assertThat(delivery.arrived()).isTrue();
        assertThat(delivery.carrier()).contains("DHL");
        assertThat(delivery.trackingNumber()).contains("ULM1");
        answers(okJson("{\"number\": \"U-1001\", \"state\": \"SHIPPED\"}"));
        assertThat(shop.delivery("7f3").arrived()).isFalse();
        assertThat(shop.delivery("7f3").trackingNumber()).isEmpty();
    }

    @Test
    void writesANoteUnderItsKey() {
        answers(okJson("{}"));
        shop.note("7f3", "Dispute won.", KEY);
        SHOP.verify(postRequestedFor(urlEqualTo(ORDER + "/notes"))
                .withHeader("Idempotency-Key", equalTo("7f3/allocate-stock/1"))
                .withRequestBody(equalToJson("{\"text\": \"Dispute won.\"}")));
    }

    @Test
    void readsALetterAboutAnAccountAndHearsThatItIsTooLate() {
        answers(okJson("""
                {"id": "0b7", "template": "account-join", "email": "mara@example.org", "name": "", "language": "de", "path": "/account/join/0b7/k", "hours": 2}
                """));
        assertThat(shop.accountLetter("0b7"))
                .contains(new AccountLetter("account-join", "mara@example.org", "", "de", "/account/join/0b7/k", 2));
        answers(aResponse().withStatus(410));
        assertThat(shop.accountLetter("0b7")).isEmpty();
    }

    @Test
    void readsAReminderAndHearsThatNobodyWantsItAnyMore() {
        answers(okJson("""
                {"id": "8a0", "email": "mara@example.org", "language": "de", "currency": "EUR", "cartPath": "/de/cart",
                 "stopPath": "/de/letters/stop/8a0/k", "lines": [{"name": "Lamp, blue", "quantity": 2, "total": 22400}]}
                """));
        assertThat(shop.cartReminder("8a0"))
                .contains(new CartReminder(
                        "mara@example.org",
                        "de",
                        "EUR",
                        "/de/cart",
                        "/de/letters/stop/8a0/k",
                        List.of(new CartReminder.Line("Lamp, blue", 2, 22400))));
        answers(aResponse().withStatus(410));
        assertThat(shop.cartReminder("8a0")).isEmpty();
    }

    @Test
    void asksWhetherALetterIsStillWanted() {
        answers(okJson("{\"path\": \"/letters/stop/7f3/k\", \"stopped\": true}"));
        assertThat(shop.letterStop("7f3")).isEqualTo(new LetterStop("/letters/stop/7f3/k", true));
        SHOP.verify(getRequestedFor(urlEqualTo("/api/v1/service/orders/7f3/letter-stop")));
        answers(okJson("{}"));
        assertThatThrownBy(() -> shop.letterStop("7f3")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void readsWhatAQuestionSaysAndAnswersInItsLanguage() {
        answers(okJson("""
                {"language": "de", "languageProbability": 0.98, "answerIn": "de", "sign": "legal", "insists": true, "daysLeft": null,
                 "daysLate": 2, "messages": 3, "orderTotal": 11200, "currency": "EUR", "orderState": "SHIPPED", "names": ["DATE"],
                 "otherOrders": ["UM-9"]}"""));
        SupportRead read = shop.readSupport("5d0");
        assertThat(read.sign()).isEqualTo("legal");
        assertThat(read.daysLeft()).isNull();
        assertThat(read.otherOrders()).containsExactly("UM-9");
        assertThat(read.topic()).isEqualTo("none");
        assertThat(read.about("WHERE", 0.9).topicProbability()).isEqualTo(0.9);
        SHOP.verify(getRequestedFor(urlEqualTo("/api/v1/service/support/5d0/facts")));
        answers(okJson("{\"text\": \"Wo ist es?\"}"));
        assertThat(shop.words("5d0")).isEqualTo("Wo ist es?");
        SHOP.verify(getRequestedFor(urlEqualTo("/api/v1/service/support/5d0/words")));
        answers(okJson("{\"outcome\": \"GIVEN\", \"messageId\": \"m\", \"number\": 7}"));
        assertThat(shop.answer("5d0", "Gleich.", "de", KEY).outcome()).isEqualTo("GIVEN");
        SHOP.verify(postRequestedFor(urlEqualTo("/api/v1/service/support/5d0/answer"))
                .withRequestBody(equalToJson("{\"text\": \"Gleich.\", \"language\": \"de\"}")));
    }

    @Test
    void handsALetterOverAndHearsWhetherItWasTaken() {
        OrderLetter letter = new OrderLetter("<1@x>", "mara@example.org", "Where is it?", false, 1);
        answers(okJson("{\"taken\": true}"));
        assertThat(shop.takeLetter("UM-7", letter)).isTrue();
        answers(okJson("{\"taken\": false}"));
        assertThat(shop.takeLetter("UM-7", letter)).isFalse();
        SHOP.verify(
                2,
                postRequestedFor(urlEqualTo("/api/v1/service/orders/by-number/UM-7/messages"))
                        .withRequestBody(equalToJson("""
                        {"id": "<1@x>", "from": "mara@example.org", "text": "Where is it?", "cut": false, "attachments": 1}
                        """)));
    }

    @Test
    void readsTheFactsAndIgnoresTheRest() {
        answers(okJson("""
                {"id": "7f3", "number": "U-1001", "email": "mara@example.org", "currency": "EUR", "language": "de", "total": 11200, "deliveryPrice": 0,
                 "weightGrams": 1200, "express": true, "orderPath": "/orders/7f3?token=t", "promisedOn": "2026-02-01",
                 "shipping": {"name": "Mara", "street": "Long Lane 1", "extra": "", "postcode": "10115", "town": "Berlin", "country": "DE"},
                 "lines": [{"sku": "A", "name": "Lamp", "variant": "blue", "quantity": 1, "unitPrice": 11200, "total": 11200}]}
                """));
        OrderFacts facts = shop.facts("7f3");
        assertThat(facts.shipping().town()).isEqualTo("Berlin");
        assertThat(facts.locale()).isEqualTo(java.util.Locale.GERMAN);
        assertThat(facts.lines()).containsExactly(new OrderFacts.Line("A", "Lamp", 1, 11200, 11200));
        assertThat(facts).hasToString("OrderFacts[U-1001]");
    }

    @Test
    void asksWhereAnExchangeIsFetched() {
        answers(okJson("""
                {"id": "7f3", "number": "U-1001", "email": "mara@example.org", "currency": "EUR", "total": 1, "deliveryPrice": 0,
                 "weightGrams": 1, "express": false, "orderPath": "/o", "lines": [],
                 "shipping": {"name": "Mara", "street": "Long Lane 1", "extra": "", "postcode": "10115", "town": "Berlin", "country": "DE"},
                 "from": {"name": "East", "street": "Kai 1", "extra": "", "postcode": "28195", "town": "Bremen", "country": "DE"}}
                """));
        OrderFacts.Place from = shop.facts("7f3", "a return").from();
        assertThat(from).extracting(OrderFacts.Place::town).isEqualTo("Bremen");
        SHOP.verify(getRequestedFor(urlEqualTo(ORDER + "?parcel=a%20return")));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void passingTroubleIsTriedAgain(int status) {
        answers(aResponse().withStatus(status));
        assertThatThrownBy(() -> shop.allocate("7f3", KEY))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("7f3");
    }

    @Test
    void silenceIsPassingTrouble() {
        answers(okJson("{}").withFixedDelay(2_000));
        assertThatThrownBy(() -> shop.facts("7f3")).isInstanceOf(ProviderUnavailable.class);
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThatThrownBy(() -> shop.facts("7f3")).isInstanceOf(ProviderUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 422})
    void whatTheShopRefusesNeedsAPerson(int status) {
        answers(aResponse().withStatus(status));
        assertThatThrownBy(() -> shop.release("7f3", KEY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(String.valueOf(status));
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        SHOP.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static ResponseDefinitionBuilder conflict(String body) {
        return aResponse()
                .withStatus(409)
                .withHeader("Content-Type", "application/problem+json")
                .withBody(body);
    }
}
