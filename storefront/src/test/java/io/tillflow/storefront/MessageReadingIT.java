package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.returns.AskReturn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the shop reads out of a question, for the automation and for the people who answer. */
class MessageReadingIT extends ShopTest {
    private static final Map<String, String> SERVICE = Map.of("Authorization", "Bearer " + ShopClient.TOKEN);

    @Autowired
    private Orders orders;

    @Autowired
    private AskReturn returns;

    @Test
    void theAutomationHearsFactsAndPeopleSeeWhatIsNamed() {
        JsonNode other = bought();
        String number = number(other);
        JsonNode own = bought();
        write(
                own,
                "Hallo, meine Bestellung ist beschädigt und %s auch, es waren 19,90 €. Ich spreche mit meinem Anwalt, wenn bis morgen nichts kommt. Mara@example.org"
                        .formatted(number.toLowerCase(java.util.Locale.ROOT).replace('-', ' ')));

        JsonNode facts = facts(own);
        assertThat(facts.path("language").asString()).isEqualTo("de");
        assertThat(facts.path("answerIn").asString()).isEqualTo("de");
        assertThat(facts.path("languageProbability").asDouble()).isBetween(0.7, 1.0);
        assertThat(facts.path("sign").asString()).isEqualTo("legal");
        assertThat(facts.path("daysLeft").asInt(-1)).isEqualTo(1);
        assertThat(facts.path("messages").asInt()).isEqualTo(1);
        assertThat(facts.path("daysLate").asInt()).isZero();
        assertThat(facts.path("orderState").asString()).isEqualTo("PLACED");
        assertThat(facts.path("orderTotal").asLong()).isPositive();
        assertThat(facts.path("names").valueStream().map(JsonNode::asString))
                .containsExactly("DATE", "EMAIL", "MONEY", "ORDER");
        assertThat(facts.path("otherOrders").valueStream().map(JsonNode::asString))
                .containsExactly(number);
        assertThat(facts.toString()).doesNotContain("mara@", "beschädigt", "19");

        JsonNode reading =
                shop().admin("GET", "/support/" + request(own), "").body().path("reading");
        assertThat(reading.path("language").asString()).isEqualTo("de");
        assertThat(reading.path("otherOrders").get(0).path("id").asString())
                .isEqualTo(other.path("orderId").asString());
        assertThat(reading.path("found")
                        .valueStream()
                        .map(it -> it.path("value").asString()))
                .contains(number, "19.90 EUR", "mara@example.org");
    }

    @Test
    void whatIsNotThereOrNotSureIsNotInvented() {
        JsonNode own = bought();
        write(own, "UM-99999999 ???");
        JsonNode facts = facts(own);
        assertThat(facts.path("language").asString()).isEqualTo("unknown");
        assertThat(facts.path("answerIn").asString()).isEqualTo("en");
        assertThat(facts.path("sign").asString()).isEqualTo("none");
        assertThat(facts.path("insists").asBoolean()).isFalse();
        assertThat(facts.path("daysLeft").isNumber()).isFalse();
        assertThat(facts.path("otherOrders")).isEmpty();
        assertThat(facts.path("names").valueStream().map(JsonNode::asString)).containsExactly("ORDER");
        assertThat(shop().call("GET", "/service/support/" + UUID.randomUUID() + "/facts", "", SERVICE)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void countsMessagesAndTheDaysAParcelIsLate() {
        JsonNode own = bought();
        write(own, "I need it by tomorrow");
        write(own, "Hello?");
        clock.forward(Duration.ofDays(13));
        write(own, "Still nothing");
        JsonNode facts = facts(own);
        assertThat(facts.path("messages").asInt()).isEqualTo(3);
        assertThat(facts.path("daysLate").asInt()).isPositive();
        assertThat(facts.path("daysLeft").isNumber()).isFalse();
    }

    @Test
    void whatPeopleSortIsKeptBesideWhatTheWordsTableReadAndLearnedFrom() {
        JsonNode own = bought();
        write(own, "Where is my parcel, has it left yet?");
        write(own, "And can I pay by transfer?");
        String request = request(own);
        assertThat(shop().call("GET", "/service/support/" + request + "/words", "", SERVICE)
                        .body()
                        .path("text")
                        .asString())
                .isEqualTo("Where is my parcel, has it left yet?");
        assertThat(learned(request)).isEmpty();
        String sorted = "{\"topic\": \"%s\", \"by\": \"ida\"}";
        assertThat(shop().admin("PUT", "/support/" + request + "/topic", sorted.formatted("WEATHER"))
                        .status())
                .isEqualTo(422);
        assertThat(shop().admin("PUT", "/support/" + UUID.randomUUID() + "/topic", sorted.formatted("WHERE"))
                        .status())
                .isEqualTo(404);
        shop().admin("PUT", "/support/" + request + "/topic", sorted.formatted("COMPLAINT"));
        JsonNode now = shop().admin("PUT", "/support/" + request + "/topic", sorted.formatted("PAYMENT"))
                .body();
        assertThat(now.path("topic").asString()).isEqualTo("WHERE");
        assertThat(now.path("sorted").asString()).isEqualTo("PAYMENT");
        assertThat(learned(request)).containsExactly("en: Where is my parcel, has it left yet? PAYMENT WHERE");
        jdbc.sql("update support_message set body = '(erased)' where request_id = :id")
                .param("id", UUID.fromString(request))
                .update();
        assertThat(learned(request)).isEmpty();
    }

    /** Analysts read every reporting view in SQL, and what they read can become variables. */
    @Test
    void whatShoppersWroteIsInNoReportingView() {
        assertThat(jdbc.sql("""
                        select distinct view_name from information_schema.view_column_usage
                         where table_name = 'support_message' and column_name = 'body'
                        """).query(String.class).list()).containsExactly("sorted_question");
    }

    private List<String> learned(String request) {
        return jdbc.sql(
                        "select language || ': ' || text || ' ' || topic || ' ' || by_words from sorted_question where request_id = :id")
                .param("id", UUID.fromString(request))
                .query(String.class)
                .list();
    }

    @Test
    void daysInARulesAnswerAreInTheAnswersLanguage() {
        JsonNode own = bought();
        write(own, "Wo ist mein Paket?");
        String given = "{\"text\": \"Bei dir am {promisedOn}.\", \"language\": \"de\"}";
        JsonNode answer = shop().call("POST", "/service/support/" + request(own) + "/answer", given, SERVICE)
                .body();
        assertThat(shop().call(
                                "GET",
                                "/service/support/messages/"
                                        + answer.path("messageId").asString(),
                                "",
                                SERVICE)
                        .body()
                        .path("text")
                        .asString())
                .matches("Bei dir am (Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag), .*");
    }

    @Test
    void somebodyElsesOrderIsOnlyCounted() {
        JsonNode other = bought("else@example.org");
        JsonNode own = bought();
        write(own, "Is this the same as %s?".formatted(number(other)));
        assertThat(facts(own).path("otherOrders")).isEmpty();
        assertThat(facts(own).toString()).doesNotContain(number(other));
        JsonNode reading =
                shop().admin("GET", "/support/" + request(own), "").body().path("reading");
        assertThat(reading.path("otherOrders")).isEmpty();
        assertThat(reading.path("ordersOfOthers").asInt()).isEqualTo(1);
        assertThat(reading.toString()).doesNotContain(other.path("orderId").asString());
    }

    @Test
    void oneWordThatCannotBeReadEndsNothing() {
        JsonNode own = bought();
        write(own, "VOR DREİ TAGEN bestellt, in ſix days. mara@example.org");
        assertThat(facts(own).path("names").valueStream().map(JsonNode::asString))
                .containsExactly("EMAIL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWAITING_PAYMENT", "AWAITING_STOCK"})
    void whatWaitsForPaymentOrStockIsNoLateParcel(String state) {
        JsonNode own = bought();
        write(own, "Where is it?");
        clock.forward(Duration.ofDays(13));
        assertThat(facts(own).path("daysLate").asInt()).isPositive();
        jdbc.sql("update orders set state = :state where id = :id")
                .param("state", state)
                .param("id", UUID.fromString(own.path("orderId").asString()))
                .update();
        assertThat(facts(own).path("daysLate").asInt()).isZero();
    }

    @Test
    void aRulesAnswerSaysTheDaysTheOrderHas() {
        JsonNode own = bought();
        int days = orders.find(UUID.fromString(own.path("orderId").asString()))
                .map(returns::daysAllowed)
                .orElseThrow();
        write(own, "How do I send it back?");
        String given = "{\"text\": \"You have {returnDays} days.\", \"language\": \"en\"}";
        JsonNode answer = shop().call("POST", "/service/support/" + request(own) + "/answer", given, SERVICE)
                .body();
        assertThat(answer.path("outcome").asString()).isEqualTo("GIVEN");
        assertThat(shop().call(
                                "GET",
                                "/service/support/messages/"
                                        + answer.path("messageId").asString(),
                                "",
                                SERVICE)
                        .body()
                        .path("text")
                        .asString())
                .isEqualTo("You have " + days + " days.");
    }

    private JsonNode bought() {
        return bought("s@example.org");
    }

    private JsonNode bought(String email) {
        return shop().place(shop().readyCheckout(Map.of(fresh(1), 1), email)).body();
    }

    private void write(JsonNode order, String text) {
        assertThat(shop().call(
                                "POST",
                                "/orders/" + order.path("orderId").asString() + "/support?token="
                                        + order.path("token").asString(),
                                json.writeValueAsString(Map.of("text", text)),
                                Map.of())
                        .status())
                .isEqualTo(200);
    }

    private String number(JsonNode order) {
        return jdbc.sql("select number from orders where id = :id")
                .param("id", UUID.fromString(order.path("orderId").asString()))
                .query(String.class)
                .single();
    }

    private String request(JsonNode order) {
        return jdbc.sql("select id::text from support_request where order_id = :id")
                .param("id", UUID.fromString(order.path("orderId").asString()))
                .query(String.class)
                .single();
    }

    private JsonNode facts(JsonNode order) {
        ShopClient.Answer answer = shop().call("GET", "/service/support/" + request(order) + "/facts", "", SERVICE);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }
}
