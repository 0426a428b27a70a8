package io.tillflow.journeys;

import com.microsoft.playwright.Page;
import io.tillflow.testkit.Browsing;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An order that the risk decision wants looked at waits for a person, who claims the task and completes it with its form. */
class ReviewIT {
    private static final String ADDRESS = """
            {"name":"Ada Lind","street":"Am Hang 7","postcode":"%s","town":"Weimar","country":"%s"}""";

    private final RunningSuite suite = RunningSuite.get();
    private final String api = suite.shop() + "/api/v1";

    @Test
    void aPersonLooksAtARiskyOrderAndItGoesOn() {
        JsonNode order = placeBilledElsewhere();
        try (Browsing browsing = new Browsing()) {
            Page page = browsing.window(1440, 900);
            StudioWindow studio = new StudioWindow(page, suite.studio());
            studio.signIn(suite.secret("admin-password"));

            studio.openTask(order.path("number").asString());
            studio.claimTask();
            studio.completeTask("Approve the order");
        }
        Wait.until(
                "the order to await its payment",
                () -> Optional.of(state(order)).filter("AWAITING_PAYMENT"::equals));
    }

    private JsonNode placeBilledElsewhere() {
        String cart = post("/carts", "{}").path("id").asString();
        String path = "/carts/" + cart + "/lines/" + somethingInStock();
        Asking.put(api + path, "", "{\"quantity\":1}");
        String checkout =
                post("/checkouts", "{\"cartId\":\"" + cart + "\"}").path("id").asString();
        Asking.put(api + "/checkouts/" + checkout, "", """
                {"contact":{"email":"risky.%s@example.com"},"shipping":%s,"billing":%s,"delivery":"standard"}""".formatted(
                        cart, ADDRESS.formatted("99423", "DE"), ADDRESS.formatted("1070", "AT")));
        return post("/checkouts/" + checkout + "/order", "{}");
    }

    private String somethingInStock() {
        for (JsonNode product : get("/products").path("items")) {
            for (JsonNode variant : product.path("variants")) {
                if (variant.path("available").asInt() > 0) {
                    return variant.path("sku").asString();
                }
            }
        }
        throw new AssertionError("expected something in stock");
    }

    private String state(JsonNode order) {
        return get("/orders/" + order.path("orderId").asString() + "?token="
                        + order.path("token").asString())
                .path("state")
                .asString();
    }

    private JsonNode get(String path) {
        return Asking.get(api + path, "").json();
    }

    private JsonNode post(String path, String json) {
        return Asking.post(api + path, "", json).json();
    }
}
