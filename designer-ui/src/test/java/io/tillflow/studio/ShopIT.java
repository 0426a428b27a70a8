package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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
        JsonNode reading = get(SUPPORT).path("reading");
        assertThat(reading.path("language").asString()).isEqualTo("de");
        assertThat(reading.path("found").get(1).path("value").asString()).isEqualTo("2026-03-01");
        assertThat(reading.path("otherOrders").get(0).path("number").asString()).isEqualTo("UM-9");
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
        assertThat(jdbc.sql("select count(*) from studio.audit where action = 'support.answered'")
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
    void sortsAQuestionInTheNameOfWhoDid() {
        String topic = SUPPORT + "/topic";
        int done = http().send("PUT", topic, "{\"topic\": \"PAYMENT\"}", CLI).statusCode();
        assertThat(CONNECTORS.told()).singleElement().asString().contains("\"topic\":\"PAYMENT\"", "\"by\":\"");
        int unknown = http().send("PUT", topic, "{\"topic\": \"WEATHER\"}", CLI).statusCode();
        assertThat(new int[] {done, unknown}).containsExactly(200, 422);
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
    void putsAnOrderTogetherForSomebodyAndSaysWhoPlacedIt() {
        String drafts = "/api/v1/shop/drafts";
        HttpResponse<String> begun = ask(drafts, "{}", CLI[0], CLI[1], "Idempotency-Key", FakeShop.DRAFT);
        assertThat(begun.statusCode()).isEqualTo(201);
        String draft = drafts + "/" + FakeShop.DRAFT;
        assertThat(get(draft).path("totals").path("total").asLong()).isEqualTo(12_000);
        assertThat(get(drafts).path("items")).hasSize(1);
        assertThat(ask(draft + "/order", "{\"revision\": 3}", CLI).statusCode()).isEqualTo(200);
        assertThat(CONNECTORS.told()).last().asString().contains("\"revision\":3");
        assertThat(jdbc.sql("select action from studio.audit where subject = 'draft/" + FakeShop.DRAFT
                                + "' order by at")
                        .query(String.class)
                        .list())
                .contains("draft.begun", "draft.placed");
    }

    @Test
    void keepsAPageAndShowsItInTheNameOfWhoDid() {
        String page = "/api/v1/shop/pages/imprint/en";
        assertThat(get("/api/v1/shop/pages").get(0).path("texts").get(0).path("open"))
                .hasSize(1);
        assertThat(get(page).path("versions")).hasSize(2);
        assertThat(http().send("PUT", page, "{\"title\": \"Imprint\", \"body\": \"canary-body\", \"seen\": 2}", CLI)
                        .statusCode())
                .isEqualTo(200);
        assertThat(CONNECTORS.told()).last().asString().contains("canary-body", "\"seen\":2", "\"by\":\"");
        assertThat(http().send("PUT", page + "/shown", "{\"version\": 2}", CLI).statusCode())
                .isEqualTo(200);
        assertThat(ask("/api/v1/shop/pages/en/look", "{\"body\": \"x\", \"seen\": 0}", CLI)
                        .body())
                .contains("<strong>Ltd</strong>");
        assertThat(jdbc.sql("select action from studio.audit where subject = 'page/imprint' order by at")
                        .query(String.class)
                        .list())
                .containsSubsequence("page.written", "page.shown");
        assertThat(http().get("/api/v1/shop/pages", "Authorization", "Bearer " + token("VIEWER"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void keepsTheShopsSettingsInTheNameOfWhoDid() {
        String path = "/api/v1/shop/profile";
        JsonNode now = get(path);
        assertThat(now.path("open")).hasSize(2);
        String draft = "{\"seen\": 3, \"profile\": " + now.path("profile") + "}";
        assertThat(http().send("PUT", path, draft, CLI).statusCode()).isEqualTo(200);
        assertThat(CONNECTORS.told()).last().asString().contains("\"freeFrom\":6000", "\"seen\":3", "\"by\":\"");
        assertThat(jdbc.sql("select count(*) from studio.audit where action = 'shop.settings-changed'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        String[] operator = {"Authorization", "Bearer " + token("OPERATOR")};
        assertThat(http().send("PUT", path, draft, operator).statusCode()).isEqualTo(403);
    }

    @Test
    void bringsALogoAndTakesItAwayInTheNameOfWhoDid() {
        String logo = "/api/v1/shop/profile/logo";
        assertThat(get(logo).path("shown").path("width").asInt()).isEqualTo(300);
        HttpResponse<String> brought = http().send("PUT", logo, "{\"content\": \"AAEC\"}", CLI);
        assertThat(brought.statusCode()).isEqualTo(200);
        assertThat(brought.body()).contains("480");
        assertThat(CONNECTORS.told()).last().asString().contains("\"content\":\"AAEC\"", "\"by\":\"");
        assertThat(http().send("DELETE", logo, "", CLI).statusCode()).isEqualTo(200);
        assertThat(CONNECTORS.told()).last().asString().startsWith("DELETE /api/v1/admin/profile/logo?by=");
        assertThat(jdbc.sql("select action from studio.audit where subject = 'shop/profile' order by id desc limit 2")
                        .query(String.class)
                        .list())
                .containsExactly("shop.logo-removed", "shop.logo-changed");
        assertThat(jdbc.sql("select after ->> 'width' from studio.audit where action = 'shop.logo-changed'")
                        .query(String.class)
                        .single())
                .as("what the shop answered, without another look")
                .isEqualTo("480");
        String[] operator = {"Authorization", "Bearer " + token("OPERATOR")};
        assertThat(http().send("DELETE", logo, "", operator).statusCode()).isEqualTo(403);
    }

    @Test
    void setsAPriceInAnotherCurrencyAndLetsItFollowTheRateAgain() {
        String prices = "/api/v1/shop/prices/LAMP-1";
        assertThat(get(prices)
                        .path("listed")
                        .valueStream()
                        .map(it -> it.path("currency").asString() + " " + it.path("price")))
                .containsExactly("EUR 6250", "SEK 69900");
        assertThat(http().send("PUT", prices, "{\"price\": 64900, \"currency\": \"SEK\", \"reason\": \"Spring\"}", CLI)
                        .statusCode())
                .isEqualTo(200);
        assertThat(CONNECTORS.told())
                .last()
                .asString()
                .startsWith("PUT /api/v1/admin/prices/LAMP-1")
                .contains("\"price\":64900", "\"currency\":\"SEK\"", "\"by\":\"");
        assertThat(http().send("DELETE", prices + "/SEK", "", CLI).statusCode()).isEqualTo(200);
        assertThat(CONNECTORS.told()).last().asString().startsWith("DELETE /api/v1/admin/prices/LAMP-1/SEK?by=");
        assertThat(jdbc.sql("select action from studio.audit where subject = 'price/LAMP-1' order by id desc limit 2")
                        .query(String.class)
                        .list())
                .containsExactly("price.follows-rate", "price.changed");
        String[] viewer = {"Authorization", "Bearer " + token("VIEWER")};
        assertThat(http().send("DELETE", prices + "/SEK", "", viewer).statusCode())
                .isEqualTo(403);
    }

    @Test
    void writesOfAProductAndBringsItsPictures() {
        JsonNode whole = get("/api/v1/shop/words/reading-lamp");
        JsonNode words = whole.path("words").path("en");
        String draft = "{\"seen\": null, \"words\": " + words + "}";
        assertThat(http().send("PUT", "/api/v1/shop/words/reading-lamp/de", draft, CLI)
                        .statusCode())
                .isEqualTo(200);
        assertThat(CONNECTORS.told()).last().asString().contains("\"seen\":null", "34 cm");
        JsonNode said = whole.path("options").path("de");
        String names =
                "{\"seen\": " + said + ", \"options\": " + said.toString().replace("hoch", "groß") + "}";
        assertThat(http().send("PUT", "/api/v1/shop/words/reading-lamp/de/options", names, CLI)
                        .statusCode())
                .isEqualTo(200);
        assertThat(CONNECTORS.told()).last().asString().contains("\"tall\":\"hoch\"", "\"tall\":\"groß\"");
        String upload = "{\"content\": \"AAEC\", \"alts\": {\"en\": \"a\", \"de\": \"b\"}}";
        HttpResponse<String> added = ask("/api/v1/shop/pictures/LAMP-1", upload, CLI);
        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(CONNECTORS.told()).last().asString().contains("\"content\":\"AAEC\"", "\"by\":\"");
        assertThat(http().send("PUT", "/api/v1/shop/pictures/LAMP-1", "{\"names\": [\"lamp-black\"]}", CLI)
                        .statusCode())
                .isEqualTo(200);
        assertThat(http().send("DELETE", "/api/v1/shop/pictures/LAMP-1/lamp-black", "", CLI)
                        .statusCode())
                .isEqualTo(200);
        assertThat(jdbc.sql(
                                "select action from studio.audit where subject in ('product/reading-lamp', 'variant/LAMP-1') order by at")
                        .query(String.class)
                        .list())
                .containsSubsequence(
                        "product.described",
                        "product.options-named",
                        "picture.added",
                        "picture.ordered",
                        "picture.removed");
        String[] operator = {"Authorization", "Bearer " + token("OPERATOR")};
        assertThat(ask("/api/v1/shop/pictures/LAMP-1", upload, operator).statusCode())
                .isEqualTo(403);
    }

    @Test
    void givesAPurchaseUpAndSaysSoInTheAudit() {
        String supply = "/api/v1/shop/supply/" + FakeShop.SKU;
        String request = get(supply).at("/purchases/0/request").asString();
        assertThat(get(supply).path("awaited").asInt()).isEqualTo(24);
        assertThat(ask(supply + "/purchases/" + request + "/given-up", "", CLI).statusCode())
                .isEqualTo(200);
        assertThat(jdbc.sql(
                                "select count(*) from studio.audit a where subject = 'supply/LAMP-1' and a::text like '%given-up%' and a::text like '%' || :request || '%'")
                        .param("request", request)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
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
