package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContentPageIT extends ShopTest {
    @AfterEach
    void asItCame() {
        shop().admin("DELETE", "/pages/imprint/en/shown", "");
        shop().admin("DELETE", "/pages/imprint/de/shown", "");
    }

    @Test
    void theShopComesWithPagesThatSayWhatMustBeFilledIn() {
        String home = page("/").body();
        for (String name : new String[] {"delivery", "returns", "about", "imprint", "terms", "privacy"}) {
            assertThat(home).contains("href=\"/help/" + name + "\"");
            assertThat(page("/help/" + name).statusCode()).isEqualTo(200);
            assertThat(page("/de/help/" + name).statusCode()).isEqualTo(200);
        }
        assertThat(page("/help/imprint").body()).contains("<strong class=\"open\">[To be filled in: ");
        assertThat(page("/help/delivery").body())
                .contains("<td>Austria</td>", "60.00")
                .doesNotContain("{{", "class=\"open\"");
        assertThat(page("/de/help/terms").body()).contains("href=\"/de/help/delivery\"");
        JsonNode rows = shop().get("/pages").body();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(6);
        assertThat(rows.get(3).path("page").asString()).isEqualTo("imprint");
        assertThat(rows.get(3).path("open").size()).isPositive();
        assertThat(page("/sitemap.xml").body())
                .contains("<loc>https://shop.example/de/help/imprint</loc>", "/help/privacy</loc>");
    }

    @Test
    void aTextIsReadByNobodyUntilItIsShownAndCanBeTakenBack() {
        JsonNode before = whole("imprint/en");
        int seen = before.path("text").path("version").asInt();
        JsonNode kept = write("imprint/en", seen, "Who we are", "Ullmere **Ltd**, [write](mailto:a@b.example)")
                .body();
        assertThat(kept.path("text").path("version").asInt()).isEqualTo(seen + 1);
        assertThat(kept.path("text").path("shown").asInt()).isZero();
        assertThat(page("/help/imprint").body()).doesNotContain("Who we are");

        assertThat(shop().admin("PUT", "/pages/imprint/en/shown", "{\"version\":" + (seen + 1) + ",\"by\":\"ida\"}")
                        .body()
                        .path("text")
                        .path("open"))
                .isEmpty();
        assertThat(page("/help/imprint").body())
                .contains(
                        "<h1>Who we are</h1>",
                        "<strong>Ltd</strong>",
                        "\"@type\":\"WebPage\",\"name\":\"Who we are\"",
                        "<link rel=\"alternate\" hreflang=\"de\"",
                        "<meta name=\"description\" content=\"Ullmere Ltd, ");
        assertThat(page("/").body()).contains(">Who we are</a>");
        assertThat(page("/de/help/imprint").body()).contains("<h1>Impressum</h1>");
        assertThat(whole("imprint/en").path("versions").get(0).path("author").asString())
                .isEqualTo("ida");

        shop().admin("DELETE", "/pages/imprint/en/shown", "");
        assertThat(page("/help/imprint").body()).contains("<h1>Imprint</h1>").doesNotContain("Who we are");
        assertThat(whole("imprint/en").path("versions").get(0).path("title").asString())
                .isEqualTo("Who we are");
    }

    @Test
    void whoKeepsATextOverAnotherThatTheyHaveNotReadIsTold() {
        int seen = whole("terms/de").path("text").path("version").asInt();
        assertThat(write("terms/de", seen, "Bedingungen", "Eins").status()).isEqualTo(200);
        ShopClient.Answer late = write("terms/de", seen, "Bedingungen", "Zwei");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("detail").asString()).contains("Somebody else");
        assertThat(whole("terms/de").path("body").asString()).isEqualTo("Eins");
    }

    @Test
    void nothingInATextDoesAnythingToWhoReadsIt() {
        String name = "p-" + UUID.randomUUID();
        String body = """
                <script>alert(1)</script>

                [a](javascript:alert(1)) [b](data:text/html,x) ![c](https://spy.example/x.png)

                and <b onclick=x>d</b> {{shop-address}} [[<i>open</i>]]

                # Heading""";
        JsonNode look = shop().admin("POST", "/pages/en/look", json.writeValueAsString(Map.of("body", body)))
                .body();
        assertThat(look.path("html").asString())
                .contains("&lt;script&gt;", "&lt;b onclick=x&gt;", "https://shop.example/", "<h2>Heading</h2>")
                .doesNotContain("<h1", "<script", "javascript:", "data:", "spy.example", "<b ", "<i>", "<img");
        assertThat(look.path("open")).hasSize(1);
        assertThat(write(name + "/en", 0, "<b>Own</b>", body).status()).isEqualTo(200);
        shop().admin("PUT", "/pages/" + name + "/en/shown", "{\"version\":1}");
        assertThat(page("/help/" + name).body())
                .contains("<h1>&lt;b&gt;Own&lt;/b&gt;</h1>")
                .doesNotContain("<script>alert");
        assertThat(page("/de/help/" + name).body()).contains("<html lang=\"de\">", "lang=\"en\"><h1>");
        assertThat(shop().admin("DELETE", "/pages/" + name, "").status()).isEqualTo(409);
        shop().admin("DELETE", "/pages/" + name + "/en/shown", "");
        assertThat(page("/help/" + name).statusCode()).isEqualTo(404);
        assertThat(shop().admin("DELETE", "/pages/" + name, "").status()).isEqualTo(204);
        assertThat(shop().admin("GET", "/pages/" + name + "/en", "").status()).isEqualTo(404);
    }

    @Test
    void whatIsTakenAwayIsGoneInEveryLanguage() {
        String name = "p-" + UUID.randomUUID();
        for (String language : new String[] {"en", "de"}) {
            assertThat(write(name + "/" + language, 0, "Fair", "In " + language).status())
                    .isEqualTo(200);
            shop().admin("PUT", "/pages/" + name + "/" + language + "/shown", "{\"version\":1}");
        }
        assertThat(page("/de/help/" + name).body()).contains("In de");
        assertThat(shop().admin("DELETE", "/pages/" + name + "/de/shown", "").status())
                .isEqualTo(200);
        assertThat(page("/de/help/" + name).statusCode()).isEqualTo(404);
        assertThat(page("/help/" + name).statusCode()).isEqualTo(404);
        assertThat(whole(name + "/en").path("text").path("shown").isNumber()).isFalse();
        assertThat(whole(name + "/en").path("body").asString()).isEqualTo("In en");
    }

    @Test
    void aPictureIsSaidAndWhatIsLeftToFillInIsToldInWhateverLanguageItIs() {
        String name = "p-" + UUID.randomUUID();
        String body = "A ![red *lamp*](https://spy.example/x.png \"a title\") and [[offen]]";
        JsonNode look = shop().admin("POST", "/pages/de/look", json.writeValueAsString(Map.of("body", body)))
                .body();
        assertThat(look.path("html").asString())
                .contains("A red <em>lamp</em> and")
                .doesNotContain("spy", "a title");
        assertThat(write(name + "/de", 0, "Nur deutsch", body).status()).isEqualTo(200);
        shop().admin("PUT", "/pages/" + name + "/de/shown", "{\"version\":1}");
        assertThat(shop().get("/pages?languages=all").body().values())
                .filteredOn(row -> row.path("page").asString().equals(name))
                .singleElement()
                .satisfies(row -> assertThat(row.path("language").asString() + row.path("open"))
                        .isEqualTo("de[\"offen\"]"));
        assertThat(shop().get("/pages?languages=all").body().values())
                .filteredOn(row -> row.path("page").asString().equals("imprint"))
                .extracting(row -> row.path("language").asString())
                .containsExactly("en", "de");
        shop().admin("DELETE", "/pages/" + name + "/de/shown", "");
    }

    @Test
    void refusesWhatIsNoPageAndSaysWhy() {
        assertThat(write("prices/en", 0, "Mine", "x").status()).isEqualTo(422);
        assertThat(write("Not%20an%20address/en", 0, "Mine", "x").status()).isEqualTo(422);
        assertThat(write("mine/fr", 0, "Mine", "x").status()).isEqualTo(404);
        assertThat(write("mine/en", 0, " ", "x").status()).isEqualTo(422);
        ShopClient.Answer unknown = write("mine/en", 0, "Mine", "{{moon-phase}}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().path("detail").asString()).contains("moon-phase", "delivery-table");
        assertThat(write("mine/en", 0, "Mine", "x".repeat(60_001)).status()).isEqualTo(422);
        ShopClient.Answer deep = write("mine/en", 0, "Mine", "*a ".repeat(8_000) + "a* ".repeat(8_000));
        assertThat(deep.status()).isEqualTo(422);
        assertThat(deep.body().path("detail").asString()).contains("too deep");
        String row = "a|".concat(System.lineSeparator()).repeat(5_000);
        String wide = String.join(System.lineSeparator(), "|a".repeat(5_000), "|-".repeat(5_000), row);
        assertThat(write("mine/en", 0, "Mine", wide).status()).isEqualTo(422);
        assertThat(write("mine/en", 0, "Mine", "{{delivery-table}} ".repeat(3_000))
                        .status())
                .isEqualTo(422);
        assertThat(shop().put("/admin/pages/mine/en", "{}").status()).isEqualTo(401);
        assertThat(shop().admin("PUT", "/pages/imprint/en/shown", "{\"version\":999}")
                        .status())
                .isEqualTo(404);
        assertThat(page("/help/nothing-here").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsQuotedEndlesslyIsReadableAndBreaksNothing() {
        int seen = whole("imprint/en").path("text").path("version").asInt();
        String quoted = ">".repeat(50_000) + " Ullmere";
        assertThat(write("imprint/en", seen, "Quoted", quoted).status()).isEqualTo(200);
        String version = "{\"version\":" + (seen + 1) + "}";
        assertThat(shop().admin("PUT", "/pages/imprint/en/shown", version).status())
                .isEqualTo(200);
        assertThat(page("/help/imprint").body()).contains("<h1>Quoted</h1>", "Ullmere");
    }

    @Test
    void whoHasReadAPageAsksOnlyWhetherItChanged() {
        HttpResponse<String> first = page("/help/privacy");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("no-cache", "private");
        Map<String, String> again = Map.of("If-None-Match", tag);
        assertThat(shop().send("GET", "/help/privacy", "text/plain", "", again).statusCode())
                .isEqualTo(304);
        String cart = shop().cartWith(Map.of(fresh(3), 1));
        assertThat(shop().send(
                                "GET",
                                "/help/privacy",
                                "text/plain",
                                "",
                                Map.of("If-None-Match", tag, "Cookie", "cart=" + cart))
                        .statusCode())
                .as("the bag in the head is another one")
                .isEqualTo(200);
    }

    private ShopClient.Answer write(String path, int seen, String title, String body) {
        return shop().admin(
                        "PUT",
                        "/pages/" + path,
                        json.writeValueAsString(Map.of("seen", seen, "title", title, "body", body, "by", "ida")));
    }

    private JsonNode whole(String path) {
        return shop().admin("GET", "/pages/" + path, "").body();
    }

    private HttpResponse<String> page(String path) {
        return shop().send("GET", path, "text/plain", "", Map.of());
    }
}
