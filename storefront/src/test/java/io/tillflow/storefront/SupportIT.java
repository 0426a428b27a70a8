package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SupportIT extends ShopTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Map<String, String> SERVICE = Map.of("Authorization", "Bearer " + ShopClient.TOKEN);

    private record Bought(String id, String token) {}

    @Test
    void aQuestionIsAskedOnceAnsweredByRuleAndAskedAgain() {
        Bought order = bought();
        assertThat(orderPage(order)).contains("Talk to us", "/orders/" + order.id() + "/support");
        String key = UUID.randomUUID().toString();
        String text = "Where is my <b>lamp</b>?";
        assertThat(write(order, order.token(), key, text).statusCode()).isEqualTo(303);
        assertThat(write(order, order.token(), key, text).statusCode()).isEqualTo(303);

        JsonNode asked = single(order, "support-requested").path("request");
        assertThat(asked.path("topic").asString()).isEqualTo("WHERE");
        assertThat(asked.path("urgent").asBoolean()).isFalse();
        assertThat(asked.path("round").asInt()).isZero();
        assertThat(asked.path("orderState").asString()).isEqualTo("PLACED");
        assertThat(asked.toString()).doesNotContain("lamp");
        assertThat(page(order)).contains("&lt;b&gt;lamp&lt;/b&gt;", "You’ll hear from us in a moment");

        String request = asked.path("id").asString();
        JsonNode given = service("POST", request + "/answer", "{\"text\":\"With you on {promisedOn}.\"}");
        assertThat(given.path("outcome").asString()).isEqualTo("GIVEN");
        assertThat(service("POST", request + "/answer", "{\"text\":\"Something else.\"}"))
                .isEqualTo(given);
        assertThat(page(order))
                .contains("The shop, automatic", "With you on ")
                .doesNotContain("{promisedOn}", "Something else");
        assertThat(orderPage(order)).contains("We have answered you", "With you on ");
        assertThat(service("GET", "messages/" + given.path("messageId").asString(), "")
                        .path("text")
                        .asString())
                .startsWith("With you on ");

        write(order, order.token(), UUID.randomUUID().toString(), "And when does it arrive?");
        List<JsonNode> both = events(order, "support-requested");
        assertThat(both).hasSize(2);
        assertThat(both.getLast().path("request").path("round").asInt()).isEqualTo(1);
    }

    @Test
    void whatARuleAnsweredAlthoughTheWordsToldNothingCountsAsAnsweredBefore() {
        Bought order = bought();
        write(order, order.token(), UUID.randomUUID().toString(), "Still nothing here.");
        JsonNode asked = single(order, "support-requested").path("request");
        assertThat(asked.path("topic").asString()).isEqualTo("OTHER");
        service("POST", asked.path("id").asString() + "/answer", "{\"text\":\"With you on {promisedOn}.\"}");

        write(order, order.token(), UUID.randomUUID().toString(), "Where is my parcel?");
        JsonNode then = events(order, "support-requested").getLast().path("request");
        assertThat(then.path("topic").asString()).isEqualTo("WHERE");
        assertThat(then.path("round").asInt()).isEqualTo(1);
    }

    @Test
    void aPersonAnswersAfterReadingAllAndTheAutomationHearsOfIt() {
        Bought order = bought();
        write(order, order.token(), UUID.randomUUID().toString(), "It is broken. This is urgent!");
        JsonNode asked = single(order, "support-requested").path("request");
        assertThat(asked.path("topic").asString()).isEqualTo("COMPLAINT");
        assertThat(asked.path("urgent").asBoolean()).isTrue();
        String request = asked.path("id").asString();
        service("PUT", request + "/state", "{\"state\":\"WITH_PERSON\"}");
        assertThat(page(order)).contains("usually within a day");

        JsonNode seen = admin("GET", "/support/" + request, "").body();
        assertThat(seen.path("number").asString()).startsWith("UM-");
        long last = seen.path("messages").get(0).path("seq").asLong();
        write(order, order.token(), UUID.randomUUID().toString(), "The handle, that is.");
        assertThat(events(order, "support-requested")).hasSize(1);
        assertThat(single(order, "support-continued")
                        .path("more")
                        .path("number")
                        .asLong())
                .as("the automation reads again")
                .isGreaterThan(last);
        String reply = "{\"id\":\"" + UUID.randomUUID()
                + "\",\"text\":\"A new one is on its way.\",\"by\":\"ida\",\"seen\":%d}";
        assertThat(admin("POST", "/support/" + request + "/replies", reply.formatted(last))
                        .status())
                .isEqualTo(409);
        long all = admin("GET", "/support/" + request, "")
                .body()
                .path("messages")
                .get(1)
                .path("seq")
                .asLong();
        assertThat(admin("POST", "/support/" + request + "/replies", reply.formatted(all))
                        .status())
                .isEqualTo(200);
        assertThat(admin("POST", "/support/" + request + "/replies", reply.formatted(all))
                        .status())
                .isEqualTo(200);
        afterAPersonAnswered(order, request, all);
    }

    private void afterAPersonAnswered(Bought order, String request, long all) {
        JsonNode answered = single(order, "support-answered").path("answer");
        assertThat(answered.path("number").asLong()).isGreaterThan(all);
        assertThat(page(order)).contains("Somebody from the shop", "A new one is on its way.");
        assertThat(page(order)).doesNotContain("ida");
        JsonNode late = service("POST", request + "/answer", "{\"text\":\"Too late.\"}");
        assertThat(late.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(late.path("messageId")).isEqualTo(answered.path("id"));
        service("PUT", request + "/state", "{\"state\":\"WITH_PERSON\"}");
        assertThat(state(request)).isEqualTo("ANSWERED");
        String more = "{\"id\":\"" + UUID.randomUUID() + "\",\"text\":\"It left today.\",\"by\":\"ida\"}";
        assertThat(admin("POST", "/support/" + request + "/replies", more).status())
                .isEqualTo(200);
        assertThat(single(order, "support-written")
                        .path("answer")
                        .path("number")
                        .asLong())
                .isGreaterThan(answered.path("number").asLong());
    }

    @Test
    void aConversationIsClosedAndOpensAgainByWriting() {
        Bought order = bought();
        write(order, order.token(), UUID.randomUUID().toString(), "Hello there");
        String request =
                single(order, "support-requested").path("request").path("id").asString();
        assertThat(close(order, "guess").statusCode()).isEqualTo(404);
        assertThat(close(order, order.token()).statusCode()).isEqualTo(303);
        close(order, order.token());
        assertThat(events(order, "support-closed")).hasSize(1);
        assertThat(state(request)).isEqualTo("CLOSED");
        assertThat(service("POST", request + "/answer", "{\"text\":\"Too late.\"}")
                        .path("outcome")
                        .asString())
                .isEqualTo("CLOSED");
        assertThat(page(order)).contains("This conversation is closed").doesNotContain("Too late");
        write(order, order.token(), UUID.randomUUID().toString(), "One more thing");
        assertThat(events(order, "support-requested")).hasSize(2);
    }

    @Test
    void whatTheShopDoesNotKnowIsLeftToAPerson() {
        Bought order = bought();
        write(order, order.token(), UUID.randomUUID().toString(), "Where is it?");
        String request =
                single(order, "support-requested").path("request").path("id").asString();
        assertThat(service("POST", request + "/answer", "{\"text\":\"With {carrier}, number {trackingNumber}.\"}")
                        .path("outcome")
                        .asString())
                .isEqualTo("PERSON");
        assertThat(page(order)).doesNotContain("{carrier}");
        assertThat(state(request)).isEqualTo("REQUESTED");
    }

    @Test
    void whatCannotBeIsRefusedInPlainWords() {
        Bought order = bought();
        Bought other = bought();
        String key = UUID.randomUUID().toString();
        assertThat(write(order, other.token(), key, "Hello").statusCode()).isEqualTo(404);
        assertThat(write(order, order.token(), key, " \n ").body()).contains("Write what you would like to know");
        assertThat(write(order, order.token(), key, "x".repeat(2_001)).body())
                .contains("2,001 characters long", "x".repeat(2_001));
        write(other, other.token(), key, "Hello");
        assertThat(write(order, order.token(), key, "Hello").statusCode()).isEqualTo(422);
        assertThat(events(order, "support-requested")).isEmpty();
        for (int i = 0; i < 10; i++) {
            assertThat(write(order, order.token(), UUID.randomUUID().toString(), "Hello " + i)
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(write(order, order.token(), UUID.randomUUID().toString(), "Hello again")
                        .body())
                .contains("a lot at once", "Hello again");
        clock.forward(Duration.ofMinutes(61));
        assertThat(write(order, order.token(), UUID.randomUUID().toString(), "Hello again")
                        .statusCode())
                .isEqualTo(303);
        String unknown = UUID.randomUUID().toString();
        assertThat(shop().call("PUT", "/service/support/" + unknown + "/state", "{\"state\":\"CLOSED\"}", SERVICE)
                        .status())
                .isEqualTo(404);
        assertThat(shop().call("PUT", "/service/support/" + unknown + "/state", "{}", SERVICE)
                        .status())
                .isEqualTo(422);
        assertThat(shop().get("/admin/support").status()).isEqualTo(401);
        assertThat(shop().get("/orders/" + order.id() + "/support?token=guess").status())
                .isEqualTo(404);
    }

    private Bought bought() {
        JsonNode placed = shop().place(shop().readyCheckout(Map.of(fresh(1), 1), "s@example.org"))
                .body();
        return new Bought(
                placed.path("orderId").asString(), placed.path("token").asString());
    }

    private HttpResponse<String> write(Bought order, String token, String key, String text) {
        String typed = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return shop().send(
                        "POST",
                        "/orders/" + order.id() + "/support",
                        FORM,
                        "token=" + token + "&id=" + key + "&text=" + typed,
                        Map.of());
    }

    private HttpResponse<String> close(Bought order, String token) {
        return shop().send("POST", "/orders/" + order.id() + "/support/close", FORM, "token=" + token, Map.of());
    }

    private String page(Bought order) {
        return get("/orders/" + order.id() + "/support?token=" + order.token());
    }

    private String orderPage(Bought order) {
        return get("/orders/" + order.id() + "?token=" + order.token());
    }

    private String get(String path) {
        return shop().send("GET", path, FORM, "", Map.of()).body();
    }

    private ShopClient.Answer admin(String method, String path, String body) {
        return shop().admin(method, path, body);
    }

    private JsonNode service(String method, String path, String body) {
        ShopClient.Answer answer = shop().call(method, "/service/support/" + path, body, SERVICE);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private String state(String request) {
        return admin("GET", "/support/" + request, "")
                .body()
                .path("request")
                .path("state")
                .asString();
    }

    private JsonNode single(Bought order, String type) {
        List<JsonNode> events = events(order, type);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    /** What the automation is told about the questions of an order. */
    private List<JsonNode> events(Bought order, String type) {
        return jdbc
                .sql("""
                        select o.data::text from outbox o where o.type = :type and (o.subject in
                                (select r.id::text from support_request r where r.order_id = :order)
                            or o.subject in (select m.id::text from support_message m
                                join support_request r on r.id = m.request_id where r.order_id = :order))
                        order by o.seq""")
                .param("type", type)
                .param("order", UUID.fromString(order.id()))
                .query(String.class)
                .list()
                .stream()
                .map(json::readTree)
                .toList();
    }
}
