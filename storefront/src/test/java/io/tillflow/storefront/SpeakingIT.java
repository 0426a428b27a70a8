package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakingIT extends ShopTest {
    private static final Pattern LINK =
            Pattern.compile("(?:href|action|hx-get|hx-post|data-src)=\"(/(?!assets/|img/|favicon|language\")[^\"]*)\"");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/de/ | Dunkel um fünf",
                "/de/shelves | Alles, was wir haben",
                "/de/c/lamps | Zum Lesen, fürs Abendessen",
                "/de/c/lamps?sort=cheap&kind=Laternen | Laterne Dachs",
                "/de/p/tarn-table-lamp?colour=rose | Ein Stück Keramik, dick gedreht",
                "/de/cart | Dein Warenkorb",
                "/de/wishes | Deine Wunschliste",
                "/de/help/returns | Etwas zurückschicken",
                "/de/help/delivery | Österreich",
                "/de/account/register | Konto anlegen",
                "/de/account/sign-in | Neu hier?",
                "/de/search?q=schlafsack | Schlafsack Bau"
            })
    void speaksGermanAndLeadsToGerman(String path, String expected) {
        HttpResponse<String> page = get(path, Map.of());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"de\">", expected).doesNotContain("Add to cart", "Your cart");
        List<String> links = LINK.matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(link).startsWith("/de/"));
    }

    @Test
    void showsInByWhatWasChosenElseByWhatTheBrowserAsksFor() {
        assertThat(get("/", Map.of()).statusCode()).isEqualTo(200);
        assertThat(location(get("/", Map.of("Accept-Language", "de-DE,de;q=0.9"))))
                .isEqualTo("/de/");
        assertThat(get("/", Map.of("Accept-Language", "de", "Cookie", "language=en"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(location(get("/", Map.of("Accept-Language", "en", "Cookie", "language=de"))))
                .isEqualTo("/de/");
        assertThat(location(get("/?from=letter", Map.of("Accept-Language", "de"))))
                .isEqualTo("/de/?from=letter");
        assertThat(get("/c/lamps", Map.of("Accept-Language", "de")).body()).contains("<html lang=\"en\">");
        assertThat(get("/de/c/lamps", Map.of("Accept-Language", "en")).body()).contains("<html lang=\"de\">");

        HttpResponse<String> chosen = post("/language", "language=de&path=%2Fc%2Flamps");
        assertThat(location(chosen)).isEqualTo("/de/c/lamps");
        assertThat(chosen.headers().firstValue("Set-Cookie").orElse("")).startsWith("language=de; Path=/;");
        assertThat(location(post("/language", "language=en&path=%2Fc%2Flamps"))).isEqualTo("/c/lamps");
        assertThat(get("/search?q=lamp&kind=Lamps", Map.of()).body()).contains("value=\"/search?q=lamp\"");
        assertThat(location(post("/language", "language=de&path=%2Fsearch%3Fq%3Dlamp")))
                .isEqualTo("/de/search?q=lamp");
        assertThat(location(post("/language", "language=de&path=%2F%2Felsewhere.example")))
                .isEqualTo("/de/");
        assertThat(location(post("/language", "language=xx"))).isEqualTo("/");
    }

    @Test
    void eachPageNamesItselfInTheOtherLanguage() {
        String english = "<link rel=\"alternate\" hreflang=\"en\" href=\"https://shop.example/p/tarn-table-lamp\">";
        String german = "<link rel=\"alternate\" hreflang=\"de\" href=\"https://shop.example/de/p/tarn-table-lamp\">";
        String others =
                "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://shop.example/p/tarn-table-lamp\">";
        assertThat(get("/p/tarn-table-lamp", Map.of()).body()).contains(english, german, others);
        assertThat(get("/de/p/tarn-table-lamp", Map.of()).body())
                .contains(english, german, others)
                .contains("<link rel=\"canonical\" href=\"https://shop.example/de/p/tarn-table-lamp\">")
                .contains("\"name\":\"Tischlampe Tarn\"", "64,00");
        assertThat(get("/de", Map.of()).body()).contains("<link rel=\"canonical\" href=\"https://shop.example/de/\">");
        assertThat(get("/sitemap.xml", Map.of()).body())
                .contains("<loc>https://shop.example/de/c/lamps</loc><xhtml:link rel=\"alternate\" hreflang=\"en\"")
                .doesNotContain("<loc></loc>");
        assertThat(get("/robots.txt", Map.of()).body()).contains("Disallow: /de/cart");
    }

    @Test
    void whoIsSentOnStaysInTheirLanguage() {
        HttpResponse<String> added = post("/de/cart/lines", "sku=" + fresh(9) + "&quantity=1");
        assertThat(location(added)).isEqualTo("/de/cart");
        assertThat(location(get("/de/account", Map.of()))).isEqualTo("/de/account/sign-in?next=/account");
        assertThat(get("/de/gibt-es-nicht", Map.of()).statusCode()).isEqualTo(404);
        assertThat(get("/de/gibt-es-nicht", Map.of()).body()).contains("In diesem Regal ist nichts.");
        for (String path : List.of("/de/api/v1/products", "/de/assets/shop.css", "/de/de/cart", "/de;x/cart")) {
            assertThat(get(path, Map.of()).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(send("/de/account/sign-out", "", Map.of()).statusCode())
                .as("a form from nowhere")
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "lampe, Tischlampe Tarn",
        "Lampen, Tischlampe Tarn",
        "tisch lampe, Tischlampe Tarn",
        "schuessel, Schale",
        "Schlafsak, Schlafsack",
        "kissen mit punkten, Kissen Herd",
        "blumentopf, Pflanztopf"
    })
    void findsGermanWordsByStemPartsAndMeaning(String asked, String expected) {
        assertThat(get("/de/search?q=" + asked.replace(" ", "+"), Map.of()).body())
                .contains("<h3>" + expected);
    }

    @Test
    void anOrderIsKeptPaidAndInvoicedInItsLanguage() throws Exception {
        String sku = jdbc.sql("select sku from variant where sku = 'TARN-TABLE-LAMP-SAGE'")
                .query(String.class)
                .single();
        Map<String, String> german = Map.of("Accept-Language", "de");
        String checkout = shop().readyCheckout(Map.of(sku, 1), "g@example.org");
        assertThat(shop().call("PUT", "/checkouts/" + checkout, "{\"contact\":{\"email\":\"nein\"}}", german)
                        .body()
                        .toString())
                .contains("Das ist keine E-Mail-Adresse", "Straße und Hausnummer, bitte.");
        ShopClient.Answer placed = shop().call("POST", "/checkouts/" + checkout + "/order", "", german);
        String id = placed.body().get("orderId").asString();
        String path =
                "/de/orders/" + id + "?token=" + placed.body().get("token").asString();
        CONNECTORS.verify(WireMock.postRequestedFor(WireMock.urlEqualTo("/api/v1/payments"))
                .withRequestBody(WireMock.containing("\"returnUrl\":\"/de/orders/")));

        var known = shop().service("GET", id, "", "").body();
        assertThat(known.get("language").asString()).isEqualTo("de");
        assertThat(known.get("orderPath").asString()).isEqualTo(path);
        assertThat(known.get("orderUrl").asString()).isEqualTo("https://shop.example" + path);
        assertThat(known.at("/lines/0/name").asString()).isEqualTo("Tischlampe Tarn");
        assertThat(get(path, Map.of()).body()).contains("Wir haben deine Bestellung.", "64,00\u00a0€");

        shop().service("POST", id, "/allocation", "");
        for (String state : List.of("PAID", "PREPARING", "SHIPPED")) {
            shop().service("PUT", id, "/state", "{\"state\":\"" + state + "\"}");
        }
        String invoice = path.substring("/de".length()).replace("?", "/invoice.pdf?");
        try (HttpClient client = HttpClient.newHttpClient();
                PDDocument pdf = Loader.loadPDF(client.send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + invoice))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray())
                        .body())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Rechnung UM-", "Deutschland", "davon 19 % MwSt.", "Mit Karte bezahlt");
        }
    }

    @Test
    void aLetterAboutAnAccountIsAskedForInALanguage() {
        post("/de/account/register", "email=g2@example.org");
        assertThat(jdbc.sql("select language from account_letter where email = 'g2@example.org'")
                        .query(String.class)
                        .single())
                .isEqualTo("de");
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) {
        return shop().send("GET", path, "text/plain", "", headers);
    }

    private HttpResponse<String> post(String path, String form) {
        return send(path, form, Map.of("Sec-Fetch-Site", "same-origin"));
    }

    private HttpResponse<String> send(String path, String form, Map<String, String> headers) {
        return shop().send("POST", path, "application/x-www-form-urlencoded", form, headers);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none, but " + answer.statusCode());
    }
}
