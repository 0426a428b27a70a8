package io.tillflow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.tillflow.testkit.Browsing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChangeTheProcessIT {
    private static final String NEW_STEP = "Thank the shopper";

    private final RunningSuite suite = RunningSuite.get();

    @Test
    void theNextOrderFollowsWhatTheAnalystChanged() {
        String tag = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        String earlier = "earlier." + tag + "@example.com";
        String later = "later." + tag + "@example.com";
        try (Browsing browsing = new Browsing()) {
            Page shopPage = browsing.window(1280, 900);
            Page studioPage = browsing.window(1440, 900);
            ShopWindow shop = new ShopWindow(shopPage, suite.shop());
            StudioWindow studio = new StudioWindow(studioPage, suite.studio());

            studio.signIn(suite.secret("admin-password"));
            String first = shop.buy(earlier);
            studio.openInstance(first);
            studio.sees("Capture payment");
            shop.sees("On its way");
            deliver(first);
            studio.sees("Show order delivered");

            addStepAndDeploy(studio);

            String second = shop.buy(later);
            studio.openInstance(second);
            studio.sees(NEW_STEP);
            Wait.until(
                    "two letters to the second shopper",
                    () -> Optional.of(letters(later)).filter(it -> it.size() == 2));

            studio.openInstance(first);
            studio.sees("Show order delivered");
            assertThat(studio.everReached(NEW_STEP)).isFalse();
            assertThat(letters(earlier)).hasSize(1);
        }
    }

    private static void addStepAndDeploy(StudioWindow studio) {
        studio.openModel("order-fulfilment");
        String step = studio.dropOnto("Send e-mail", "capture-payment--delivery-due");
        studio.describe(
                step,
                "thank-shopper",
                NEW_STEP,
                Map.of(
                        "orderId", "=order.id",
                        "template", "=\"follow-up\"",
                        "facts", "={}",
                        "effectKey", "=order.id + \"/thank-shopper/1\""));
        studio.saveVersion("Thank the shopper once the money is in");
        studio.deployAnyway();
    }

    /** The carrier brings the parcel. */
    private void deliver(String order) {
        String token = suite.secret("service-token");
        String shop = suite.shop() + "/api/v1/admin/orders?limit=500";
        String parcels = suite.connectors() + "/api/v1/sandbox/shipments";
        Wait.until("the parcel of order " + order + " to be delivered", () -> {
            String id = find(Asking.get(shop, token).json(), "number", order)
                    .path("id")
                    .asString();
            String parcel = find(Asking.get(parcels + "?limit=500", token).json(), "reference", id)
                    .path("id")
                    .asString();
            Asking.Answer answer = Asking.post(parcels + "/" + parcel + "/events", token, "{\"type\":\"delivered\"}");
            return Optional.of(answer).filter(it -> it.status() == 200);
        });
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        for (JsonNode item : list.path("items")) {
            if (item.path(field).asString().equals(value)) {
                return item;
            }
        }
        throw new AssertionError("expected an item with " + field + " " + value);
    }

    private List<String> letters(String to) {
        JsonNode list = Asking.get(suite.connectors() + "/api/v1/mailbox?to=" + to, suite.secret("service-token"))
                .json();
        List<String> subjects = new ArrayList<>();
        list.path("items").forEach(letter -> subjects.add(letter.path("subject").asString()));
        return subjects;
    }
}
