package io.tillflow.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/** A shop that knows every order and agrees to everything; what it was told can be read back. */
final class FakeShop implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** Whose address stands in every message. */
    static final String WRITER = "canary-mara@example.org";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    private final Map<String, Consumer<String>> raised = new ConcurrentHashMap<>();

    FakeShop() {
        server.addMockServiceRequestListener(this::heard);
        server.start();
        server.stubFor(any(urlMatching("/api/v1/service/(orders|returns)/.*"))
                .willReturn(okJson("{}"))
                .atPriority(10));
        server.stubFor(get(urlPathMatching("/api/v1/service/orders/[^/]+/letter-stop"))
                .willReturn(okJson("{\"path\": \"/letters/stop/o/k\", \"stopped\": false}")));
        server.stubFor(
                get(urlMatching("/api/v1/service/shop")).willReturn(okJson("{\"name\": \"Ullmere\", \"foot\": []}")));
        server.stubFor(any(urlMatching("/api/v1/service/purchases/.*"))
                .willReturn(okJson("{\"received\": 24, \"missing\": 0}")));
        server.stubFor(
                get(urlPathMatching("/api/v1/service/support/[^/]*/facts")).willReturn(okJson("""
                {"language": "en", "languageProbability": 0.97, "answerIn": "en", "sign": "none", "insists": false,
                 "daysLeft": null, "daysLate": 0, "messages": 1, "orderTotal": 11200, "currency": "EUR",
                 "orderState": "SHIPPED", "names": ["MONEY"], "otherOrders": []}""")));
        server.stubFor(get(urlPathMatching("/api/v1/service/support/messages/.*"))
                .willReturn(okJson(
                        "{\"text\": \"The lamp arrived broken, I want my money back: an amount of 19.90, write to "
                                + WRITER + "\"}")));
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Lets the shop know an order. */
    void knows(String orderId, String email, String postcode) {
        knows(orderId, email, postcode, 11_200);
    }

    /** Staff may have changed what it costs. */
    void knows(String orderId, String email, String postcode, long total) {
        knows(orderId, email, postcode, total, "PLACED");
    }

    void knows(String orderId, String email, String postcode, long total, String state) {
        knows(orderId, facts(orderId, email, postcode, total, state));
    }

    /** It was made dearer, and paid anew with another payment than its process began with: a link takes the place of that one alone. */
    void raised(String orderId, long total, String payment) {
        names(orderId, total, payment, true, "PLACED");
        String links = "/api/v1/service/orders/" + orderId + "/payment";
        server.stubFor(put(urlPathMatching(links)).willReturn(conflict("other-payment", "The order was paid anew.")));
        for (String name : List.of("former", "paymentId")) {
            server.stubFor(put(urlPathMatching(links))
                    .withRequestBody(matchingJsonPath("$." + name, equalTo(payment)))
                    .willReturn(okJson("{}")));
        }
        raised.put(links, linked -> raised(orderId, total, linked));
    }

    private void heard(Request request, Response response) {
        Consumer<String> linked = raised.get(request.getUrl());
        if (linked != null && request.getMethod().equals(RequestMethod.PUT) && response.getStatus() == 200) {
            linked.accept(
                    JSON.readTree(request.getBodyAsString()).path("paymentId").asString(""));
        }
    }

    /** Which payment its page offers. */
    void names(String orderId, long total, String payment, boolean raised, String state) {
        String more = "\"raised\": " + raised + ", \"paymentId\": \"" + payment + "\", \"number\"";
        knows(
                orderId,
                facts(orderId, "mara-" + orderId + "@example.org", "10115", total, state)
                        .replace("\"number\"", more));
    }

    private void knows(String orderId, String facts) {
        server.stubFor(get(urlPathMatching("/api/v1/service/orders/" + orderId)).willReturn(okJson(facts)));
    }

    private static String facts(String orderId, String email, String postcode, long total, String state) {
        return """
                {"id": "%s", "number": "U-1001", "email": "%s", "currency": "EUR", "total": %s, "deliveryPrice": 490,
                 "tax": 1788, "weightGrams": 1200, "express": false, "channel": "demo", "state": "%s",
                 "parcel": {"carrier": "DHL", "trackingNumber": "ULM1"},
                 "orderPath": "/orders/%s?token=t",
                 "shipping": {"name": "Mara Lindqvist", "street": "Long Lane 1", "extra": "", "postcode": "%s", "town": "Berlin", "country": "DE"},
                 "lines": [{"sku": "A", "name": "Tarn table lamp", "quantity": 1, "unitPrice": 11200, "total": 11200}]}
                """.formatted(orderId, email, total, state, orderId, postcode);
    }

    /** Its shopper gets money instead. */
    void exchangeIsOff(String returnId) {
        server.stubFor(any(urlMatching("/api/v1/service/returns/" + returnId + "/exchange-lock"))
                .willReturn(conflict("exchange-off", "Its money goes back instead.")));
    }

    private static ResponseDefinitionBuilder conflict(String type, String detail) {
        return okJson("{\"type\":\"" + type + "\",\"detail\":\"" + detail + "\"}")
                .withStatus(409)
                .withHeader("Content-Type", "application/problem+json");
    }

    /** Lets the shop know a letter about somebody's account. */
    void writes(String letter, String email) {
        server.stubFor(get(urlPathMatching("/api/v1/service/account-letters/" + letter))
                .willReturn(okJson("""
                {"id": "%1$s", "template": "account-join", "email": "%2$s", "name": "", "path": "/account/join/%1$s/k", "hours": 2}
                """.formatted(letter, email))));
    }

    /** What was told of a purchase, in its order: its states, and how many were delivered. */
    List<String> told(String request) {
        return server.findAll(anyRequestedFor(urlPathMatching("/api/v1/service/purchases/" + request + ".*"))).stream()
                .sorted(java.util.Comparator.comparing(LoggedRequest::getLoggedDate))
                .map(it -> JSON.readTree(it.getBodyAsString()))
                .map(it -> it.path("state").asString(it.path("delivered").asString("")))
                .toList();
    }

    /** What the automation wrote down beside an order, in its order. */
    List<String> notesOf(String orderId) {
        return server.findAll(anyRequestedFor(urlPathMatching("/api/v1/service/orders/" + orderId + "/notes"))).stream()
                .sorted(java.util.Comparator.comparing(LoggedRequest::getLoggedDate))
                .map(request ->
                        JSON.readTree(request.getBodyAsString()).path("text").asString(""))
                .distinct()
                .toList();
    }

    /** The states that the order's page was told, in their order. */
    List<String> statesOf(String orderId) {
        return server.findAll(anyRequestedFor(urlPathMatching("/api/v1/service/orders/" + orderId + "/state"))).stream()
                .sorted(java.util.Comparator.comparing(LoggedRequest::getLoggedDate))
                .map(request ->
                        JSON.readTree(request.getBodyAsString()).path("state").asString(""))
                .toList();
    }

    void awaitState(String orderId, String state) {
        Awaitility.await()
                .atMost(OrderJourneyIT.PATIENCE)
                .until(() -> statesOf(orderId).contains(state));
    }

    @Override
    public void close() {
        server.stop();
    }
}
