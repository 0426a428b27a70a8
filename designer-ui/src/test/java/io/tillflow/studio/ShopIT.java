package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs may do on the merchant's side, by their role, and what they hear when the shop says no or nothing. */
class ShopIT extends HistoryStudio {
    private static final String SUPPORT = "/api/v1/shop/support/" + FakeShop.QUESTION;
    private static final String ORDERS = "/api/v1/shop/orders";

    @BeforeEach
    void theShopAnswers() {
        CONNECTORS.begin(false);
    }

    @Test
    void answersAShopperInTheNameOfWhoDidAndKeepsTheWordsOutOfTheAudit() {
        assertThat(get(SUPPORT).path("messages").get(0).path("body").asString()).isEqualTo("canary-words");
        String key = UUID.randomUUID().toString();
        HttpResponse<String> sent = ask(
                SUPPORT + "/replies",
                "{\"text\": \"canary-answer\", \"seen\": 4}",
                CLI[0],
                CLI[1],
                "Idempotency-Key",
                key);
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(CONNECTORS.told())
                .singleElement()
                .asString()
                .contains("canary-answer", "\"id\":\"" + key + "\"", "\"by\":\"", "\"seen\":4");
        assertThat(jdbc.sql("select count(*) from studio.audit a where a::text like '%canary-%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from studio.audit where subject = 'support/" + FakeShop.QUESTION + "'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void saysThatThereIsSomethingNewToRead() {
        HttpResponse<String> unread = ask(SUPPORT + "/replies", "{\"text\": \"late\", \"seen\": 3}", CLI);
        assertThat(unread.statusCode()).isEqualTo(409);
        assertThat(unread.body()).contains("read that first");
    }

    @Test
    void asksTheShopAsItWasAskedAndTellsItsReasons() {
        assertThat(get(ORDERS + "?q=mara%20l").path("items")).isEmpty();
        HttpResponse<String> late = ask(ORDERS + "/" + FakeShop.ORDER + "/cancellation", "", CLI);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("the parcel is sealed", "The shop refused");
    }

    @Test
    void doesNotTakeAnAnswerThatLacksSomething() {
        HttpResponse<String> half = http().get(ORDERS + "?q=half", CLI);
        assertThat(half.statusCode()).isEqualTo(502);
        assertThat(half.body()).contains("the storefront gave an answer that cannot be used: no items[0].number");
        HttpResponse<String> nothing = http().get(ORDERS + "?q=other", CLI);
        assertThat(nothing.statusCode()).isEqualTo(502);
        assertThat(nothing.body()).contains("cannot be used: nothing");
    }

    @Test
    void keepsOthersOut() {
        String[] viewer = {"Authorization", "Bearer " + token("VIEWER")};
        assertThat(http().get(ORDERS, viewer).statusCode()).isEqualTo(403);
        assertThat(http().get(SUPPORT, viewer).statusCode()).isEqualTo(403);
        String[] operator = {"Authorization", "Bearer " + token("OPERATOR")};
        assertThat(http().get(SUPPORT, operator).statusCode()).isEqualTo(200);
        assertThat(ask(ORDERS + "/" + FakeShop.ORDER + "/notes", "{\"text\": \"x\"}", operator)
                        .statusCode())
                .isEqualTo(403);
        assertThat(CONNECTORS.told()).isEmpty();
    }

    @Test
    void saysThatTheShopIsAway() {
        CONNECTORS.begin(true);
        HttpResponse<String> away = http().get(SUPPORT, CLI);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("The shop is away", "logs storefront");
    }

    private HttpResponse<String> ask(String path, String body, String... who) {
        return http().send("POST", path, body, who);
    }
}
