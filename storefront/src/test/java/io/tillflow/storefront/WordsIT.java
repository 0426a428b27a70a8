package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class WordsIT extends ShopTest {
    private final String product = "words-" + UUID.randomUUID();

    @Test
    void whatMerchantsWriteIsShownInItsLanguageAndFound() {
        imported("");
        ObjectNode english = words("en");
        english.put("about", "Made in **one** piece.\n\n- Turned\n- Glazed <script>alert(1)</script>");
        english.putArray("attributes").addObject().put("name", "Height").put("value", "34 cm");
        assertThat(write("en", words("en"), english).status()).isEqualTo(200);
        ObjectNode german = english.deepCopy();
        german.put("name", "Wörterding")
                .put("line", "Ein Ding")
                .put("about", "Aus *einem* Stück.")
                .put("kind", "Dinge");
        assertThat(write("de", null, german).status()).isEqualTo(200);

        assertThat(page("/p/" + product))
                .contains("<strong>one</strong>", "<li>Turned</li>", "<dt>Height</dt><dd>34 cm</dd>", "&lt;script&gt;")
                .contains("<meta name=\"description\" content=\"A thing. Made in one piece. ")
                .doesNotContain("<script>alert");
        assertThat(page("/de/p/" + product)).contains("<h1>Wörterding</h1>", "<em>einem</em>", "/ Dinge</p>");
        assertThat(page("/de/search?q=W%C3%B6rterding")).contains("/de/p/" + product);
        assertThat(write("en", german, english).status())
                .as("looked at something else")
                .isEqualTo(409);
        assertThat(write("de", null, german).status())
                .as("it is translated by now")
                .isEqualTo(409);
    }

    @Test
    void refusesWhatIsNoTextOfAProduct() {
        imported("");
        ObjectNode nameless = words("en");
        nameless.put("name", " ");
        ShopClient.Answer refused = write("en", words("en"), nameless);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("detail").asString()).contains("needs a name");
        ObjectNode half = words("en");
        half.putArray("attributes").addObject().put("name", "Height").put("value", "");
        assertThat(write("en", words("en"), half).status()).isEqualTo(422);
        ObjectNode nothing = words("en");
        nothing.putNull("line");
        assertThat(write("en", words("en"), nothing).status()).isEqualTo(422);
        ObjectNode unnamed = words("en");
        unnamed.putArray("attributes").addObject().putNull("name").put("value", "x");
        assertThat(write("en", words("en"), unnamed).status()).isEqualTo(422);
        ObjectNode endless = words("en");
        endless.put("about", "*a ".repeat(3_000) + "a* ".repeat(3_000));
        ShopClient.Answer tooDeep = write("en", words("en"), endless);
        assertThat(tooDeep.status()).isEqualTo(422);
        assertThat(tooDeep.body().path("detail").asString()).contains("too deep");
        assertThat(shop().admin("PUT", "/words/" + product + "/fr", "{}").status())
                .isEqualTo(404);
        assertThat(shop().admin("GET", "/words/nothing-such", "").status()).isEqualTo(404);
        assertThat(shop().get("/admin/words/" + product).status()).isEqualTo(401);
    }

    @Test
    void whatAnotherCopyOfTheShopWroteIsShownAMomentLater() {
        imported("Wörterding,Ein Ding.,Höhe: 1 cm,");
        assertThat(page("/de/p/" + product)).contains("<h1>Wörterding</h1>");
        jdbc.sql("update product_text set name = 'Dasding' where product = :product")
                .param("product", product)
                .update();
        await().untilAsserted(() -> assertThat(page("/de/p/" + product)).contains("<h1>Dasding</h1>"));
        assertThat(page("/de/search?q=Dasding")).contains("/de/p/" + product);
        jdbc.sql("update variant set pictures = array['tarn-table-lamp-dusk'] where product = :product")
                .param("product", product)
                .update();
        await().untilAsserted(() -> assertThat(page("/p/" + product)).contains("/img/tarn-table-lamp-dusk.svg"));
    }

    @Test
    void whatWasWrittenTooDeepByOtherWaysIsShownAsItWasTyped() {
        imported("\"Ding\",\"" + "*a ".repeat(3_000) + "a* ".repeat(3_000) + "\",Höhe: 1 cm,");
        assertThat(page("/de/p/" + product)).contains("<h1>Ding</h1>", "*a *a *a");
    }

    @Test
    void germanTextsAndAttributesComeWithAFileAndGoOutInOne() {
        JsonNode report = imported(
                "Wörterding,\"Aus einem Stück.\n\nZweiter Absatz.\",\"Höhe: 34 cm\nGewicht: 2 kg\",Height: 34 cm");
        assertThat(report.path("errors")).isEmpty();
        assertThat(page("/de/p/" + product))
                .contains("<h1>Wörterding</h1>", "<dt>Gewicht</dt><dd>2 kg</dd>", "<p>Zweiter Absatz.</p>");
        assertThat(page("/p/" + product)).contains("<dt>Height</dt>");
        String export = shop().send(
                        "GET",
                        "/api/v1/admin/exports/products",
                        "text/plain",
                        "",
                        Map.of("Authorization", "Bearer " + ShopClient.TOKEN))
                .body();
        assertThat(export).contains("Wörterding", "Höhe: 34 cm");
        assertThat(imported(
                                "Wörterding,\"Aus einem Stück.\n\nZweiter Absatz.\",\"Höhe: 34 cm\nGewicht: 2 kg\",Height: 34 cm")
                        .path("unchanged")
                        .asInt())
                .isEqualTo(1);
        assertThat(imported("Wörterding,x,no colon here,").path("errors").toString())
                .contains("attributes_de", "34 cm");
    }

    @Test
    void coloursAndSizesAreCalledOtherwiseInGermanAndNobodyOverwritesWhatTheyHaveNotSeen() {
        String lamp = "tarn-table-lamp";
        JsonNode before = options(lamp, "de");
        JsonNode own = options(lamp, "en");
        String colour = own.path("colours").propertyNames().iterator().next();
        String english = own.path("colours").path(colour).asString();
        ObjectNode named = (ObjectNode) before.deepCopy();
        named.withObject("/colours").put(colour, " Nachtblau ");
        assertThat(name(lamp, "de", before, named).status()).isEqualTo(200);
        assertThat(page("/de/p/" + lamp + "?colour=" + colour)).contains("Nachtblau");
        assertThat(page("/p/" + lamp + "?colour=" + colour)).contains(english).doesNotContain("Nachtblau");
        assertThat(name(lamp, "de", before, named).status())
                .as("it is named by now")
                .isEqualTo(409);
        JsonNode now = options(lamp, "de");
        ObjectNode nameless = (ObjectNode) now.deepCopy();
        nameless.withObject("/colours").put(colour, "");
        assertThat(name(lamp, "de", now, nameless).status()).isEqualTo(200);
        assertThat(page("/de/p/" + lamp + "?colour=" + colour))
                .as("as in English")
                .contains(english);
        now = options(lamp, "de");

        ObjectNode alike = (ObjectNode) now.deepCopy();
        alike.withObject("/colours")
                .propertyStream()
                .forEach(it -> alike.withObject("/colours").put(it.getKey(), "Rot"));
        assertThat(name(lamp, "de", now, alike).body().path("detail").asString())
                .contains("same name");
        ObjectNode long60 = (ObjectNode) now.deepCopy();
        long60.withObject("/colours").put(colour, "x".repeat(61));
        assertThat(name(lamp, "de", now, long60).status()).isEqualTo(422);
        ObjectNode half = (ObjectNode) now.deepCopy();
        half.withObject("/colours").remove(colour);
        assertThat(name(lamp, "de", now, half).body().path("detail").asString()).contains("Name them all");
        assertThat(name(lamp, "en", now, named).status()).isEqualTo(404);
        assertThat(name("nothing-such", "de", now, named).status()).isEqualTo(404);
        assertThat(name(lamp, "de", now, (ObjectNode) before.deepCopy()).status())
                .isEqualTo(200);
        assertThat(options(lamp, "de")).isEqualTo(before);
    }

    private JsonNode options(String of, String language) {
        return shop().admin("GET", "/words/" + of, "").body().path("options").path(language);
    }

    private ShopClient.Answer name(String of, String language, JsonNode seen, ObjectNode names) {
        ObjectNode draft = json.createObjectNode();
        draft.set("seen", seen);
        draft.set("options", names);
        return shop().admin("PUT", "/words/" + of + "/" + language + "/options", draft.toString());
    }

    private JsonNode imported(String german) {
        String cells = german.isEmpty() ? ",,," : german;
        String answer = shop().send(
                        "POST",
                        "/api/v1/admin/imports/products?dryRun=false",
                        "text/csv",
                        "product,name,line,about,category,sku,price,stock,title_de,body_de,attributes_de,attributes\n"
                                + product + ",Words thing,A thing,Plain.,Odds," + product + ",4.00,1," + cells + "\n",
                        Map.of("Authorization", "Bearer " + ShopClient.TOKEN))
                .body();
        return json.readTree(answer.strip().lines().toList().getLast());
    }

    private ShopClient.Answer write(String language, @Nullable ObjectNode seen, ObjectNode words) {
        ObjectNode draft = json.createObjectNode();
        draft.set("seen", seen);
        draft.set("words", words);
        return shop().admin("PUT", "/words/" + product + "/" + language, draft.toString());
    }

    private ObjectNode words(String language) {
        return (ObjectNode) shop().admin("GET", "/words/" + product, "")
                .body()
                .path("words")
                .path(language);
    }

    private String page(String path) {
        return shop().send("GET", path, "text/plain", "", Map.of()).body();
    }
}
