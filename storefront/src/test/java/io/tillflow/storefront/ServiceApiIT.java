package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ServiceApiIT extends ShopTest {
    @Test
    void noSpellingOfAnAddressOpensServiceAndAdmin() {
        String order = shop().buy(fresh(1), 1);
        for (String path : List.of(
                "/api/v1/%61dmin/stock",
                "/api/v1;x/admin;y=1/stock",
                "/%61pi/v1/admin/stock",
                "/de/%61pi/v1/admin/stock",
                "/api;x/v1/%73ervice/orders/" + order,
                "/api/v1;x/service/orders/" + order)) {
            assertThat(shop().send("GET", path, "application/json", "", Map.of())
                            .statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void onlyTheServiceTokenOpensServiceAndAdmin() {
        String order = shop().buy(fresh(1), 1);
        for (String path : List.of("/service/orders/" + order, "/admin/stock", "/admin/orders", "/admin/outbox")) {
            ShopClient.Answer none = shop().get(path);
            ShopClient.Answer wrong = shop().call("GET", path, "", Map.of("Authorization", "Bearer nope"));
            assertThat(none.status()).as(path).isEqualTo(401);
            assertThat(wrong.status()).as(path).isEqualTo(401);
            assertThat(none.body().get("status").asInt()).isEqualTo(401);
        }
    }

    @Test
    void anOrderNeedsItsToken() {
        ShopClient.Answer placed = shop().place(shop().readyCheckout(Map.of(fresh(1), 1), "t@example.org"));
        String path = "/orders/" + placed.body().get("orderId").asString();
        assertThat(shop().get(path).status()).isEqualTo(404);
        assertThat(shop().get(path + "?token=guess").status()).isEqualTo(404);
        JsonNode order = shop().get(
                        path + "?token=" + placed.body().get("token").asString())
                .body();
        assertThat(order.get("state").asString()).isEqualTo("PLACED");
        assertThat(order.get("cancellable").asBoolean()).isTrue();
    }

    @Test
    void afterTheShippingLockItIsTooLateToCancel() {
        ShopClient.Answer placed = shop().place(shop().readyCheckout(Map.of(fresh(1), 1), "t@example.org"));
        String id = placed.body().get("orderId").asString();
        assertThat(shop().service("POST", id, "/shipping-lock", "").status()).isEqualTo(200);
        assertThat(shop().service("POST", id, "/shipping-lock", "").status()).isEqualTo(200);
        ShopClient.Answer late = cancel(placed);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().get("type").asString()).isEqualTo("too-late");
    }

    @Test
    void theAutomationHearsOnceThatAnOrderIsPaidAndThatItIsCancelled() {
        String id = shop().buy(fresh(1), 1);
        for (String state : List.of("PAID", "AWAITING_STOCK", "PAID", "PAID")) {
            assertThat(shop().service("PUT", id, "/state", "{\"state\":\"" + state + "\"}")
                            .status())
                    .isEqualTo(200);
        }
        for (int twice = 0; twice < 2; twice++) {
            shop().service("PUT", id, "/state", "{\"state\":\"CANCELLED\",\"reason\":\"STOCK_MISSING\"}");
        }
        assertThat(told(id, "order-paid")).singleElement().satisfies(event -> {
            assertThat(event.at("/order/id").asString()).isEqualTo(id);
            assertThat(event.get("businessKey")).isEqualTo(event.at("/order/number"));
            assertThat(event.at("/order/total").asLong()).isPositive();
            assertThat(event.at("/order/worth")).as("in EUR").isEqualTo(event.at("/order/total"));
            assertThat(event.has("cancellation")).isFalse();
            assertThat(event.toString()).doesNotContain("@", "Mara");
        });
        assertThat(told(id, "order-cancelled"))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.at("/cancellation/reason").asString()).isEqualTo("STOCK_MISSING"));
    }

    /** By a subject of its own: nothing else about the order waits behind it where a process that it begins is paused. */
    private List<JsonNode> told(String order, String type) {
        return jdbc
                .sql("select data::text from outbox where subject = :id || '/' || :type and type = :type")
                .param("id", order)
                .param("type", type)
                .query(String.class)
                .list()
                .stream()
                .map(json::readTree)
                .toList();
    }

    @Test
    void afterCancellingTheShippingLockIsRefused() {
        ShopClient.Answer placed = shop().place(shop().readyCheckout(Map.of(fresh(1), 1), "t@example.org"));
        assertThat(cancel(placed).status()).isEqualTo(202);
        assertThat(cancel(placed).status()).isEqualTo(202);
        String id = placed.body().get("orderId").asString();
        ShopClient.Answer lock = shop().service("POST", id, "/shipping-lock", "");
        assertThat(lock.status()).isEqualTo(409);
        assertThat(lock.body().get("type").asString()).isEqualTo("order-cancelled");
        int events = jdbc.sql("select count(*) from outbox where subject = :id and type = 'order-cancel-requested'")
                .param("id", id)
                .query(Integer.class)
                .single();
        assertThat(events).isEqualTo(1);
    }

    @Test
    void cancellingAndLockingAtOnceLetExactlyOneWin() throws Exception {
        for (int i = 0; i < 5; i++) {
            ShopClient.Answer placed = shop().place(shop().readyCheckout(Map.of(fresh(1), 1), "t@example.org"));
            String id = placed.body().get("orderId").asString();
            java.util.concurrent.atomic.AtomicInteger turn = new java.util.concurrent.atomic.AtomicInteger();
            List<Integer> answers = atOnce(
                    2,
                    () -> turn.getAndIncrement() == 0
                            ? cancel(placed).status()
                            : shop().service("POST", id, "/shipping-lock", "").status());
            assertThat(answers).filteredOn(s -> s == 409).hasSize(1);
        }
    }

    @Test
    void aFinishedOrderIsNeverMovedBack() {
        String id = shop().buy(fresh(1), 1);
        shop().service("POST", id, "/allocation", "");
        for (String state : List.of("PAID", "PREPARING", "SHIPPED", "DELIVERED")) {
            assertThat(tell(id, state)).isEqualTo(state);
        }
        assertThat(tell(id, "PREPARING")).isEqualTo("DELIVERED");
        assertThat(tell(id, "COMPLETED")).isEqualTo("COMPLETED");
        assertThat(tell(id, "CANCELLED")).isEqualTo("COMPLETED");
    }

    @Test
    void aNoteOfTheAutomationIsWrittenOnceForItsKey() {
        String id = shop().buy(fresh(1), 1);
        for (int i = 0; i < 2; i++) {
            assertThat(shop().call(
                                    "POST",
                                    "/service/orders/" + id + "/notes",
                                    "{\"text\":\"Dispute won.\"}",
                                    Map.of(
                                            "Authorization",
                                            "Bearer " + ShopClient.TOKEN,
                                            "Idempotency-Key",
                                            "note-1-" + id))
                            .status())
                    .isEqualTo(204);
        }
        assertThat(jdbc.sql("select author || ': ' || body from order_note where order_id = cast(:id as uuid)")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactly("Automation: Dispute won.");
        assertThat(shop().service("POST", id, "/notes", "{\"text\":\"Without a key\"}")
                        .status())
                .isEqualTo(400);
        assertThat(shop().service("POST", id, "/notes", "{\"text\":\" \"}").status())
                .isEqualTo(422);
    }

    @Test
    void unknownAndMalformedThingsAreProblems() {
        String none = "00000000-0000-0000-0000-000000000000";
        assertThat(shop().service("GET", none, "", "").status()).isEqualTo(404);
        assertThat(shop().service("POST", none, "/allocation", "").status()).isEqualTo(404);
        assertThat(shop().service("GET", "not-an-id", "", "").status()).isEqualTo(400);
        assertThat(shop().admin("GET", "/stock?limit=0", "").status()).isEqualTo(400);
        assertThat(shop().admin("GET", "/stock/movements?after=!!", "").status())
                .isEqualTo(400);
        assertThat(shop().admin("PUT", "/stock/NOPE", "{\"onHand\":1}").status())
                .isEqualTo(404);
        String id = shop().buy(fresh(1), 1);
        assertThat(shop().service("PUT", id, "/state", "{\"state\":\"NOWHERE\"}")
                        .status())
                .isEqualTo(400);
        assertThat(shop().service("PUT", id, "/payment", "{\"paymentId\":\"p\",\"url\":\"javascript:alert(1)\"}")
                        .status())
                .isEqualTo(422);
        assertThat(shop().get("/products/nothing").status()).isEqualTo(404);
        assertThat(shop().get("/nothing").status()).isEqualTo(404);
    }

    @Test
    void listsArePagedWithoutGapsOrRepeats() {
        List<String> skus = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page =
                    shop().admin("GET", "/stock?limit=200&after=" + after, "").body();
            page.get("items").forEach(i -> skus.add(i.get("sku").asString()));
            if (!page.has("next")) {
                break;
            }
            after = page.get("next").asString();
        }
        assertThat(skus).hasSameSizeAs(new TreeSet<>(skus)).isSorted();
        assertThat(skus)
                .hasSize(jdbc.sql("select count(*) from stock")
                        .query(Integer.class)
                        .single());

        String one = shop().buy(fresh(1), 1);
        String two = shop().buy(fresh(1), 1);
        JsonNode first = shop().admin("GET", "/orders?limit=1", "").body();
        JsonNode second = shop().admin(
                        "GET", "/orders?limit=1&after=" + first.get("next").asString(), "")
                .body();
        assertThat(first.get("items").get(0).get("id").asString()).isEqualTo(two);
        assertThat(second.get("items").get(0).get("id").asString()).isEqualTo(one);
    }

    @Test
    void theApiDescribesEveryContractedPath() {
        JsonNode paths = json.readTree(shop().send("GET", "/api/openapi", "text/plain", "", Map.of())
                        .body())
                .get("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/api/v1/service/orders/{id}",
                        "/api/v1/service/orders/{id}/allocation",
                        "/api/v1/service/orders/{id}/shipping-lock",
                        "/api/v1/service/orders/{id}/state",
                        "/api/v1/service/orders/{id}/payment",
                        "/api/v1/admin/stock/{sku}",
                        "/api/v1/admin/stock/{sku}/receipts",
                        "/api/v1/admin/stock",
                        "/api/v1/admin/orders",
                        "/api/v1/admin/stock/movements",
                        "/api/v1/admin/stock/locations",
                        "/api/v1/admin/stock/shares",
                        "/api/v1/admin/stock/transfers",
                        "/api/v1/admin/stock/{sku}/locations",
                        "/api/v1/admin/locations/{id}",
                        "/api/v1/admin/transfers",
                        "/api/v1/admin/transfers/{id}/arrival",
                        "/api/v1/products",
                        "/api/v1/products/{slug}",
                        "/api/v1/categories",
                        "/api/v1/search",
                        "/api/v1/carts",
                        "/api/v1/carts/{id}/lines/{sku}",
                        "/api/v1/checkouts",
                        "/api/v1/checkouts/{id}",
                        "/api/v1/checkouts/{id}/order",
                        "/api/v1/orders/{id}",
                        "/api/v1/orders/{id}/cancellation");
    }

    private String tell(String id, String state) {
        return shop().service("PUT", id, "/state", "{\"state\":\"" + state + "\"}")
                .body()
                .get("state")
                .asString();
    }

    private ShopClient.Answer cancel(ShopClient.Answer placed) {
        return shop().post(
                        "/orders/" + placed.body().get("orderId").asString() + "/cancellation",
                        "{\"token\":\"" + placed.body().get("token").asString() + "\"}");
    }
}
