package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How long things may come back: merchants choose it, and an order keeps what was promised. */
class ReturnDaysIT extends ShopTest {

    @AfterEach
    void asItCame() {
        ObjectNode usual = profile();
        usual.put("name", "Ullmere");
        write(usual, 30);
    }

    @Test
    void anOrderKeepsTheDaysForSendingBackThatWerePromisedWhenItWasPlaced() {
        ShopClient.Answer before = delivered();
        clock.forward(Duration.ofSeconds(1));
        write(profile(), 60);
        clock.forward(Duration.ofSeconds(1));
        ShopClient.Answer after = delivered();

        assertThat(page("/p/tarn-table-lamp")).contains("60 days to send it back");
        assertThat(page("/help/returns")).contains("You have 60 days");
        assertThat(allowed(before)).isEqualTo(30);
        assertThat(allowed(after)).isEqualTo(60);
        assertThat(page(of(before, ""))).contains("You have 30 days to send it back.");
        assertThat(page(of(after, "/return"))).contains("You have 60 days from the delivery.");
    }

    private ShopClient.Answer delivered() {
        ShopClient.Answer placed = shop().place(shop().readyCheckout(Map.of(fresh(1), 1), "mara@example.org"));
        String id = placed.body().get("orderId").asString();
        shop().service("POST", id, "/allocation", "");
        for (String state : List.of("PAID", "PREPARING", "SHIPPED", "DELIVERED")) {
            shop().service("PUT", id, "/state", "{\"state\":\"" + state + "\"}");
        }
        return placed;
    }

    private static String of(ShopClient.Answer placed, String page) {
        return "/orders/" + placed.body().get("orderId").asString() + page + "?token="
                + placed.body().get("token").asString();
    }

    private int allowed(ShopClient.Answer placed) {
        String key = UUID.randomUUID().toString();
        assertThat(shop().send(
                                "POST",
                                of(placed, "/return").replaceFirst("[?].*", ""),
                                "application/x-www-form-urlencoded",
                                "token=" + placed.body().get("token").asString() + "&id=" + key
                                        + "&q0=1&reason=CHANGED_MIND",
                                Map.of())
                        .statusCode())
                .isEqualTo(303);
        return jdbc.sql(
                        "select cast(data #>> '{request,daysAllowed}' as int) from outbox where subject = :id and type = 'return-requested'")
                .param("id", key)
                .query(Integer.class)
                .single();
    }

    @Test
    void aProfileOfBeforeHasTheUsualDays() {
        ObjectNode old = profile();
        old.remove("returns");
        clock.forward(Duration.ofSeconds(1));
        jdbc.sql("insert into shop_profile values (:number, cast(:profile as jsonb), 'an older copy', :then)")
                .param("number", whole().path("number").asInt() + 1)
                .param("profile", old.put("name", "Older").toString())
                .param("then", Timestamp.from(clock.instant()))
                .update();
        await().until(() -> profile().path("name").asString().equals("Older"));
        assertThat(profile().path("returns").path("days").asInt()).isEqualTo(30);
    }

    private ObjectNode profile() {
        return (ObjectNode) whole().path("profile");
    }

    private JsonNode whole() {
        return shop().admin("GET", "/profile", "").body();
    }

    private void write(ObjectNode profile, int days) {
        profile.withObject("/returns").put("days", days);
        JsonNode draft = json.createObjectNode()
                .put("seen", whole().path("number").asInt())
                .set("profile", profile);
        assertThat(shop().admin("PUT", "/profile", draft.toString()).status()).isEqualTo(200);
    }

    private String page(String path) {
        return shop().send("GET", path, "text/plain", "", Map.of()).body();
    }
}
