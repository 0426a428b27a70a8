package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LettersAboutOrdersIT extends ShopTest {
    private static final Map<String, String> SERVICE = Map.of("Authorization", "Bearer " + ShopClient.TOKEN);

    @Test
    void aLetterJoinsTheConversationOfItsSendersOrderOnce() {
        JsonNode placed = shop().place(shop().readyCheckout(Map.of(fresh(1), 1), "s@example.org"))
                .body();
        UUID order = UUID.fromString(placed.path("orderId").asString());
        String number = jdbc.sql("select number from orders where id = :id")
                .param("id", order)
                .query(String.class)
                .single();
        assertThat(letter(number, "<1@x>", "mallory@example.org", "Where is it?", 0))
                .isEqualTo(letter("UM-0", "<1@x>", "s@example.org", "Where is it?", 0));
        assertThat(asked(order)).isEmpty();

        assertThat(letter(number, "<1@x>", "S@Example.org", "Where is it?", 2)
                        .path("taken")
                        .asBoolean())
                .isTrue();
        assertThat(letter(number, "<1@x>", "s@example.org", "Where is it?", 2)
                        .path("taken")
                        .asBoolean())
                .isTrue();
        assertThat(letter(number, "<2@x>", "s@example.org", "z".repeat(9_000), 0)
                        .path("taken")
                        .asBoolean())
                .isTrue();
        assertThat(letter(number, "<3@x>", "s@example.org", " \n", 1)
                        .path("taken")
                        .asBoolean())
                .isFalse();
        assertThat(asked(order)).containsExactly("WHERE");
        List<String> said = jdbc.sql("""
                        select m.body from support_message m join support_request r on r.id = m.request_id
                         where r.order_id = :id order by m.seq""").param("id", order).query(String.class).list();
        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).isEqualTo("Where is it?\n\n(2 attachments were not taken from the letter.)");
        assertThat(said.getLast()).startsWith("zzz").endsWith("zz\n\n[…]").hasSize(2_000);
    }

    private JsonNode letter(String number, String id, String from, String text, int attachments) {
        String body = json.writeValueAsString(
                Map.of("id", id, "from", from, "text", text, "cut", false, "attachments", attachments));
        ShopClient.Answer answer =
                shop().call("POST", "/service/orders/by-number/" + number + "/messages", body, SERVICE);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    /** What the questions are about that the automation was told of. */
    private List<String> asked(UUID order) {
        return jdbc.sql("""
                        select o.data::jsonb -> 'request' ->> 'topic' from outbox o join support_request r on o.subject = r.id::text
                         where o.type = 'support-requested' and r.order_id = :order order by o.seq""").param("order", order).query(String.class).list();
    }
}
