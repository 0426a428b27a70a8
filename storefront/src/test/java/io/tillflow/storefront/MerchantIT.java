package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MerchantIT extends ShopTest {
    @Test
    void anOrderIsFoundAndShownWithAllThatIsKnownAndNotedOnce() {
        String id = shop().buy(fresh(1), 1);
        JsonNode whole = order(id);
        String number = whole.path("order").path("number").asString();
        assertThat(found(number)).containsExactly(number);
        assertThat(found("lindqvist").size()).isPositive();
        assertThat(found("100%_")).isEmpty();
        assertThat(whole.path("cancellable").asBoolean()).isTrue();
        assertThat(whole.path("refundable").asLong()).isZero();
        assertThat(whole.path("history")).hasSize(1);

        String note = "{\"id\":\"" + UUID.randomUUID() + "\",\"text\":\"<b>rings twice</b>\",\"by\":\"ida\"}";
        assertThat(post(id, "notes", note).status()).isEqualTo(200);
        JsonNode noted = post(id, "notes", note).body().path("notes");
        assertThat(noted).hasSize(1);
        assertThat(noted.get(0).path("body").asString()).isEqualTo("<b>rings twice</b>");
        assertThat(post(id, "notes", "{\"id\":\"" + UUID.randomUUID() + "\",\"text\":\" \"}")
                        .status())
                .isEqualTo(422);
        String unknown = UUID.randomUUID().toString();
        assertThat(shop().admin("GET", "/orders/" + unknown, "").status()).isEqualTo(404);
        assertThat(shop().get("/admin/orders/" + id).status()).isEqualTo(401);
    }

    @Test
    void staffCancelAsAShopperWouldAndNotOnceItIsSealed() {
        String id = shop().buy(fresh(1), 1);
        assertThat(post(id, "cancellation", "").body().path("cancellable").asBoolean())
                .isFalse();
        post(id, "cancellation", "");
        assertThat(events(id, "order-cancel-requested"))
                .singleElement()
                .asString()
                .contains("SHOP");
        String sealed = shop().buy(fresh(1), 1);
        shop().service("POST", sealed, "/shipping-lock", "");
        assertThat(post(sealed, "cancellation", "").status()).isEqualTo(409);
    }

    @Test
    void moneyIsGivenBackOnceAndNeverMoreThanWasPaid() {
        String id = shop().buy(fresh(1), 1);
        assertThat(refund(id, UUID.randomUUID(), 100).status()).isEqualTo(409);
        deliver(id);
        long total = order(id).path("order").path("total").asLong();
        assertThat(order(id).path("refundable").asLong()).isEqualTo(total);
        assertThat(refund(id, UUID.randomUUID(), total + 1).status()).isEqualTo(409);
        assertThat(refund(id, UUID.randomUUID(), 0).status()).isEqualTo(409);
        UUID key = UUID.randomUUID();
        assertThat(refund(id, key, 250).status()).isEqualTo(200);
        JsonNode back = refund(id, key, 250).body();
        assertThat(back.path("returns")).hasSize(1);
        assertThat(back.path("refundable").asLong()).isEqualTo(total - 250);
        assertThat(events(key.toString(), "return-requested"))
                .singleElement()
                .asString()
                .contains("GOODWILL", "250");
        assertThat(refund(shop().buy(fresh(1), 1), key, 250).status()).isEqualTo(409);
    }

    @Test
    void productsAreListedWithTheirCountsAndWhatChangedThem() {
        String sku = fresh(7);
        JsonNode found = shop().admin("GET", "/products?q=" + sku, "").body();
        assertThat(found.path("items")).hasSize(1);
        assertThat(found.path("items").get(0).path("available").asInt()).isEqualTo(7);
        shop().admin("POST", "/stock/" + sku + "/receipts", "{\"quantity\":3}");
        JsonNode known = shop().admin("GET", "/products/" + sku, "").body();
        assertThat(known.path("row").path("onHand").asInt()).isEqualTo(10);
        assertThat(known.path("movements").get(0).path("kind").asString()).isEqualTo("RECEIVED");
        JsonNode first = shop().admin("GET", "/products?limit=2", "").body();
        assertThat(first.path("items")).hasSize(2);
        JsonNode second = shop().admin(
                        "GET", "/products?limit=2&after=" + first.path("next").asString(), "")
                .body();
        assertThat(second.path("items").get(0)).isNotEqualTo(first.path("items").get(1));
        assertThat(shop().admin("GET", "/products/NOTHING", "").status()).isEqualTo(404);
    }

    @Test
    void listsOfReturnsAndQuestionsGoOnBehindTheirFirstPage() {
        String id = shop().buy(fresh(1), 1);
        for (int i = 0; i < 2; i++) {
            jdbc.sql("""
                    insert into order_return (id, order_id, state, reason, amount, requested_at, updated_at)
                    values (gen_random_uuid(), cast(:order as uuid), 'REFUSED', 'OTHER', 100, now(), now())""").param("order", id).update();
            jdbc.sql("""
                    insert into support_request (id, order_id, state, topic, urgent, asked_at, updated_at)
                    values (gen_random_uuid(), cast(:order as uuid), 'CLOSED', 'OTHER', false, now(), now())""").param("order", id).update();
        }
        for (String list : List.of("/returns", "/support")) {
            JsonNode first = shop().admin("GET", list + "?limit=1", "").body();
            ShopClient.Answer second = shop().admin(
                            "GET", list + "?limit=1&after=" + first.path("next").asString(), "");
            assertThat(second.status()).as(list).isEqualTo(200);
            assertThat(second.body().path("items")).hasSize(1);
        }
    }

    private JsonNode order(String id) {
        return shop().admin("GET", "/orders/" + id, "").body();
    }

    private List<String> found(String words) {
        String typed = words.replace("%", "%25");
        return shop().admin("GET", "/orders?limit=500&q=" + typed, "")
                .body()
                .path("items")
                .valueStream()
                .map(row -> row.path("number").asString())
                .toList();
    }

    private ShopClient.Answer post(String id, String what, String body) {
        return shop().admin("POST", "/orders/" + id + "/" + what, body);
    }

    private ShopClient.Answer refund(String id, UUID key, long amount) {
        return post(id, "refunds", "{\"id\":\"" + key + "\",\"amount\":" + amount + "}");
    }

    private void deliver(String id) {
        shop().service("POST", id, "/allocation", "");
        for (String state : List.of("PAID", "PREPARING", "SHIPPED", "DELIVERED")) {
            shop().service("PUT", id, "/state", "{\"state\":\"" + state + "\"}");
        }
    }

    private List<String> events(String subject, String type) {
        return jdbc.sql("select data::text from outbox where subject = :subject and type = :type")
                .param("subject", subject)
                .param("type", type)
                .query(String.class)
                .list();
    }
}
