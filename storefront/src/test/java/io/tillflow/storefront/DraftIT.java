package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.ShopClient.Answer;
import io.tillflow.storefront.database.Housekeeping;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class DraftIT extends ShopTest {
    private static final String BODY = """
            {"id":"%s","revision":%d,"by":"ida","language":"de","lines":[{"sku":"%s","quantity":%d}],"discount":%d,"note":"rang on Monday",
             "details":%s}""";
    private static final String DETAILS = ShopClient.MARA.formatted("draft@example.org");

    @Autowired
    Housekeeping housekeeping;

    @RepeatedTest(5)
    void aDraftBecomesOneOrderHoweverOftenItIsPlacedAndItsCustomerIsWrittenTo() throws Exception {
        String sku = fresh(5);
        String id = begin(sku, 2, 100);
        JsonNode draft = draft(id);
        long price = draft.path("lines").get(0).path("unitPrice").asLong();
        assertThat(draft.path("totals").path("total").asLong())
                .isEqualTo(2 * price
                        - 100
                        + draft.path("totals").path("deliveryPrice").asLong());
        assertThat(draft.path("problems")).isEmpty();

        List<Answer> placed = atOnce(6, () -> place(id, 1));
        assertThat(placed).extracting(Answer::status).containsOnly(200);
        List<String> orders = placed.stream()
                .map(it -> it.body().path("orderId").asString())
                .distinct()
                .toList();
        assertThat(orders).hasSize(1);
        assertThat(place(id, 7).body().path("orderId").asString()).isEqualTo(orders.getFirst());

        JsonNode order = shop().admin("GET", "/orders/" + orders.getFirst(), "").body();
        JsonNode facts = order.path("order");
        assertThat(facts.path("channel").asString()).isEqualTo("staff");
        assertThat(facts.path("language").asString()).isEqualTo("de");
        assertThat(facts.path("total").asLong())
                .isEqualTo(draft.path("totals").path("total").asLong());
        assertThat(facts.path("discounts").get(0).path("title").asString()).isEqualTo("Mit dir vereinbarter Nachlass");
        assertThat(facts.has("paymentId")).isFalse();
        assertThat(order.path("notes").get(0).path("body").asString()).isEqualTo("rang on Monday");
        JsonNode stock = shop().admin("GET", "/stock/" + sku, "").body();
        assertThat(stock.path("reserved").asInt()).isEqualTo(2);
        assertThat(stock.path("held").asInt()).isZero();
        assertThat(events(orders.getFirst())).hasSize(1);
        assertThat(draft(id).path("details").has("contact"))
                .as("the order knows who it is for")
                .isFalse();

        assertThat(put(id, 1, sku, 1, 0).status()).isEqualTo(409);
        assertThat(shop().admin("DELETE", "/drafts/" + id, "").status()).isEqualTo(409);
    }

    @Test
    void whatKeepsItFromBeingPlacedIsSaidAndHoldsNothing() {
        String sku = fresh(1);
        String id = begin(sku, 2, 0);
        Answer refused = place(id, 1);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains(sku);
        assertThat(put(id, 1, sku, 1, 90_000_000).body().path("problems").toString())
                .contains("discount");
        assertThat(place(id, 2).status()).isEqualTo(422);
        String nowhere = BODY.formatted(id, 2, sku, 1, 0, "{\"contact\":{\"email\":\"nobody\"}}");
        assertThat(shop().admin("PUT", "/drafts/" + id, nowhere)
                        .body()
                        .path("problems")
                        .toString())
                .contains("contact.email", "shipping.street");
        assertThat(place(id, 3).status()).isEqualTo(422);
        assertThat(shop().admin("GET", "/stock/" + sku, "").body().path("held").asInt())
                .isZero();
        assertThat(place(UUID.randomUUID().toString(), 1).status()).isEqualTo(404);
    }

    @Test
    void whyItCannotBePlacedIsSaidInTheLanguageOfWhoAsks() {
        String sku = fresh(1);
        String id = begin(sku, 2, 90_000_000);
        String said = shop().send(
                        "GET",
                        "/api/v1/admin/drafts/" + id,
                        "application/json",
                        "",
                        Map.of("Authorization", "Bearer " + ShopClient.TOKEN, "Accept-Language", "de"))
                .body();
        assertThat(said).contains("sind nur noch 1 da", "Das ist mehr, als die Sachen kosten: höchstens", "\u00a0€");
        assertThat(draft(id).path("problems").toString()).contains("only 1 are left", "at most €");
    }

    @Test
    void aDiscountTakesOffWhatTheThingsCostAtMostAndNoOtherSumIsPlacedThanWasSeen() {
        String sku = fresh(5);
        String id = begin(sku, 1, 100);
        JsonNode draft = draft(id);
        long price = draft.path("lines").get(0).path("unitPrice").asLong();
        long total = draft.path("totals").path("total").asLong();
        assertThat(shop().admin("POST", "/drafts/" + id + "/order", "{\"revision\":1,\"total\":" + (total - 1) + "}")
                        .status())
                .isEqualTo(409);
        JsonNode over = put(id, 1, sku, 1, price + 200).body();
        assertThat(over.path("problems").toString()).contains("discount", "more than the things cost");
        assertThat(over.path("totals").path("total").asLong())
                .isEqualTo(over.path("totals").path("deliveryPrice").asLong());
        assertThat(place(id, 2).status()).isEqualTo(422);
        assertThat(put(id, 2, sku, 1, 100).status()).isEqualTo(200);
        String seen = "{\"revision\":3,\"total\":" + total + "}";
        assertThat(shop().admin("POST", "/drafts/" + id + "/order", seen).status())
                .isEqualTo(200);
    }

    @Test
    void onceOrderedItShowsWhatItsOrderCostsChangedOrNot() {
        String id = begin(fresh(2), 1, 0);
        JsonNode placed = place(id, 1).body();
        String order = placed.path("orderId").asString();
        jdbc.sql("update orders set total = total - 7 where id::text = :id")
                .param("id", order)
                .update();
        JsonNode now = draft(id);
        assertThat(now.path("totals").path("total").asLong())
                .isEqualTo(placed.path("totals").path("total").asLong() - 7);
        assertThat(now.path("lines")).hasSize(1);
        assertThat(now.path("problems")).isEmpty();
    }

    /** As if the shop was killed right after the order was written. */
    @Test
    void itsNoteReachesTheOrderAndItsCustomerIsForgottenAlsoAfterACrash() {
        for (boolean again : List.of(true, false)) {
            String id = begin(fresh(1), 1, 0);
            String order = place(id, 1).body().path("orderId").asString();
            jdbc.sql("delete from order_note where order_id::text = :order")
                    .param("order", order)
                    .update();
            jdbc.sql("update draft_order set note = 'leave it next door', details = cast(:details as jsonb),"
                            + " updated_at = now() - interval '9 years' where id::text = :id")
                    .param("details", DETAILS)
                    .param("id", id)
                    .update();
            if (again) {
                assertThat(place(id, 1).status()).isEqualTo(200);
            } else {
                housekeeping.forget();
            }
            assertThat(shop().admin("GET", "/orders/" + order, "")
                            .body()
                            .path("notes")
                            .toString())
                    .contains("leave it next door");
            assertThat(draft(id).path("details").has("contact")).isFalse();
        }
    }

    @Test
    void nobodyOverwritesOrPlacesWhatTheyHaveNotSeen() {
        String sku = fresh(5);
        String id = begin(sku, 1, 0);
        assertThat(put(id, 1, sku, 2, 0).body().path("revision").asInt()).isEqualTo(2);
        assertThat(put(id, 1, sku, 3, 0).status()).isEqualTo(409);
        assertThat(place(id, 1).status()).isEqualTo(409);
        assertThat(draft(id).path("lines").get(0).path("quantity").asInt()).isEqualTo(2);
    }

    @Test
    void whatCannotBeKeptIsRefusedFieldByFieldAndOnlyStaffGetThere() {
        String sku = fresh(5);
        String id = UUID.randomUUID().toString();
        for (String wrong : List.of(
                BODY.formatted(id, 1, "NOTHING", 1, 0, DETAILS),
                BODY.formatted(id, 1, sku, 21, 0, DETAILS),
                BODY.formatted(id, 1, sku, -1, 0, DETAILS),
                BODY.formatted(id, 1, sku, 1, -5, DETAILS))) {
            assertThat(shop().admin("POST", "/drafts", wrong).status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(shop().admin("GET", "/drafts/" + id, "").status()).isEqualTo(404);
        assertThat(shop().get("/admin/drafts").status()).isEqualTo(401);
        String outside = shop().call(
                        "POST",
                        "/checkouts",
                        "{\"cartId\":\"" + shop().cartWith(java.util.Map.of(sku, 1)) + "\"}",
                        java.util.Map.of("X-Tillflow-Channel", "staff"))
                .body()
                .path("channel")
                .asString();
        assertThat(outside).as("nobody outside is staff").isEqualTo("web");
    }

    @Test
    void beginsWithWhereItsCustomerOrderedLastAndIsFoundUntilItIsDiscarded() {
        String order = shop().buy(fresh(1), 1);
        String customer = shop().admin("GET", "/orders/" + order, "")
                .body()
                .path("order")
                .path("customerId")
                .asString();
        String id = UUID.randomUUID().toString();
        String body = "{\"id\":\"" + id + "\",\"customerId\":\"" + customer + "\"}";
        JsonNode begun = shop().admin("POST", "/drafts", body).body();
        assertThat(begun.path("details").path("contact").path("email").asString())
                .isEqualTo("mara@example.org");
        assertThat(shop().admin("POST", "/drafts", body).status()).isEqualTo(201);
        JsonNode listed = shop().admin("GET", "/drafts?limit=1", "").body();
        assertThat(listed.path("items").get(0).path("id").asString()).isEqualTo(id);
        assertThat(shop().admin("DELETE", "/drafts/" + id, "").status()).isEqualTo(204);
        assertThat(shop().admin("DELETE", "/drafts/" + id, "").status()).isEqualTo(204);
        assertThat(shop().admin("GET", "/drafts/" + id, "").status()).isEqualTo(404);
    }

    private String begin(String sku, int quantity, long discount) {
        String id = UUID.randomUUID().toString();
        Answer begun = shop().admin("POST", "/drafts", BODY.formatted(id, 1, sku, quantity, discount, DETAILS));
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(201);
        return id;
    }

    private JsonNode draft(String id) {
        return shop().admin("GET", "/drafts/" + id, "").body();
    }

    private Answer put(String id, int revision, String sku, int quantity, long discount) {
        return shop().admin("PUT", "/drafts/" + id, BODY.formatted(id, revision, sku, quantity, discount, DETAILS));
    }

    private Answer place(String id, int revision) {
        return shop().admin("POST", "/drafts/" + id + "/order", "{\"revision\":" + revision + "}");
    }

    private List<String> events(String order) {
        return jdbc.sql("select type from outbox where subject = :order and type like '%placed%'")
                .param("order", order)
                .query(String.class)
                .list();
    }
}
