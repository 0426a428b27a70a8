package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ProfileIT extends ShopTest {
    private static final String SHIPPED = "{\"name\":\"Ullmere\",\"tagline\":\"\",";

    @AfterEach
    void asItCame() {
        ObjectNode usual = profile();
        usual.put("name", "Ullmere");
        usual.withObject("/company").put("name", "").put("street", "").put("town", "");
        usual.withObject("/tax").put("vatId", "").put("register", "");
        ObjectNode delivery = usual.withObject("/delivery");
        delivery.put("freeFrom", 6000);
        delivery.withObject("/rates/DE").put("price", 490);
        delivery.withObject("/rates/AT").put("price", 690).put("days", 3);
        delivery.withObject("/rates/SE").put("price", 890).put("days", 4);
        write(usual);
    }

    @Test
    void whatMerchantsSayStandsOnPagesAndInvoices() throws Exception {
        assertThat(whole().path("open").values()).extracting(JsonNode::asString).contains("company.name", "tax");
        assertThat(page("/help/imprint")).contains("[To be filled in under Settings: the VAT identification number]");
        ObjectNode profile = profile();
        profile.put("name", "Alder & Sons");
        profile.withObject("/company")
                .put("name", "Alder *Ltd*")
                .put("street", "Quay 4")
                .put("postcode", "20457")
                .put("town", "Hamburg");
        profile.withObject("/tax").put("vatId", "DE123456789").put("register", "HRB 1, Hamburg");
        assertThat(write(profile).status()).isEqualTo(200);

        assertThat(page("/"))
                .contains("· Alder &amp; Sons</title>", "Alder &amp; Sons</a>")
                .doesNotContain("Ullmere</");
        assertThat(page("/help/imprint"))
                .contains("Alder *Ltd*", "Quay 4", "20457 Hamburg", "DE123456789")
                .doesNotContain("the VAT identification number]");
        assertThat(page("/p/tarn-table-lamp")).contains("\"name\":\"Alder \\u0026 Sons\"");
        assertThat(shop().get("/shop").body().path("name").asString()).isEqualTo("Alder & Sons");
        assertThat(shop().automation("GET", "/shop", "").body().toString())
                .contains("\"name\":\"Alder & Sons\"", "Alder *Ltd*, Quay 4, 20457 Hamburg");
        String order = shop().buy(fresh(2), 1);
        shop().service("POST", order, "/allocation", "");
        for (String state : List.of("PAID", "PREPARING", "SHIPPED")) {
            shop().service("PUT", order, "/state", "{\"state\":\"" + state + "\"}");
        }
        String written = invoice(order);
        assertThat(written)
                .contains("Alder & Sons", "Alder *Ltd*, Quay 4, 20457 Hamburg", "DE123456789", "HRB 1, Hamburg");

        clock.forward(Duration.ofSeconds(1));
        profile.put("name", "Birch");
        profile.withObject("/company").put("name", "Birch GmbH");
        profile.withObject("/tax").put("vatId", "DE987654321");
        assertThat(write(profile).status()).isEqualTo(200);
        assertThat(page("/")).contains("Birch</a>");
        assertThat(invoice(order))
                .as("whoever runs the shop by now has not written it")
                .isEqualTo(written);
    }

    @Test
    void aCheckoutHasTheTermsItWasShownThoughAnotherCopyOfTheShopKnewNewerOnes() {
        int known = whole().path("number").asInt();
        ObjectNode newer = profile();
        newer.withObject("/delivery/rates/DE").put("price", 1290);
        clock.forward(Duration.ofSeconds(1));
        jdbc.sql("insert into shop_profile values (:number, cast(:profile as jsonb), 'another copy', :then)")
                .param("number", known + 1)
                .param("profile", newer.toString())
                .param("then", Timestamp.from(clock.instant().minusMillis(500)))
                .update();
        String begun = shop().readyCheckout(Map.of(cheap(), 1), "mara@example.org");
        long shown = delivery(begun);
        await().until(() -> whole().path("number").asInt() > known);
        assertThat(delivery(begun)).isEqualTo(shown);
        assertThat(delivery(shop().readyCheckout(Map.of(cheap(), 1), "mara@example.org")))
                .isEqualTo(1290);
    }

    @Test
    void aCheckoutKeepsTheTermsItBeganWith() {
        String begun = shop().readyCheckout(Map.of(cheap(), 1), "mara@example.org");
        long before = delivery(begun);
        assertThat(before).isEqualTo(490);
        clock.forward(Duration.ofSeconds(1));
        ObjectNode profile = profile();
        profile.withObject("/delivery/rates/DE").put("price", 1490);
        profile.withObject("/delivery").put("freeFrom", 900_000);
        assertThat(write(profile).status()).isEqualTo(200);
        assertThat(delivery(begun)).isEqualTo(before);
        assertThat(shop().place(begun).status()).isEqualTo(201);
        String fresh = shop().readyCheckout(Map.of(cheap(), 1), "mara@example.org");
        assertThat(delivery(fresh)).isEqualTo(1490);
        assertThat(page("/help/delivery")).contains("14.90", "9,000.00");
    }

    @Test
    void nothingIsSentWhereTheShopDoesNotSend() {
        ObjectNode profile = profile();
        profile.withObject("/delivery/rates").remove("SE");
        assertThat(write(profile).status()).isEqualTo(200);
        String cart = shop().cartWith(Map.of(cheap(), 1));
        String checkout = shop().startCheckout(cart).body().get("id").asString();
        ShopClient.Answer refused = shop().put(
                        "/checkouts/" + checkout,
                        ShopClient.MARA
                                .formatted("mara@example.org")
                                .replace("\"DE\"", "\"SE\"")
                                .replace("10243", "111 22"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains("shipping.country");
        assertThat(page("/help/delivery")).doesNotContain("Sweden").contains("Austria");
        String shown = shop().send("GET", "/checkout/" + checkout, "text/plain", "", Map.of("Cookie", "cart=" + cart))
                .body();
        int billing = shown.indexOf("name=\"billing.country\"");
        assertThat(shown.substring(0, billing)).contains("Austria").doesNotContain("Sweden");
        assertThat(shown.substring(billing)).as("who pays may live there").contains("Sweden");
    }

    @Test
    void refusesWhatIsNoProfileAndSaysWhy() {
        ObjectNode profile = profile();
        profile.withObject("/contact").put("email", "not an address");
        assertThat(refused(profile)).contains("no e-mail address");
        profile = profile();
        profile.put("name", " ");
        assertThat(refused(profile)).contains("needs a name");
        profile = profile();
        profile.withObject("/delivery/rates/AT").put("price", -1);
        assertThat(refused(profile)).contains("A delivery costs");
        profile = profile();
        profile.withObject("/delivery").putObject("rates");
        assertThat(refused(profile)).contains("one country at least");
        profile = profile();
        profile.withObject("/returns").put("days", 13);
        assertThat(refused(profile)).contains("14 to 365 days");
        profile = profile();
        profile.withObject("/company").put("name", "two\nlines");
        assertThat(refused(profile)).contains("one line");
        assertThat(shop().admin("PUT", "/profile", SHIPPED + "}").status()).isEqualTo(422);
        assertThat(shop().put("/admin/profile", "{}").status()).isEqualTo(401);
        ShopClient.Answer late = shop().admin(
                        "PUT",
                        "/profile",
                        json.createObjectNode()
                                .put("seen", 9_999)
                                .set("profile", profile())
                                .toString());
        assertThat(late.status()).isEqualTo(409);
    }

    @Test
    void nothingOfAProfileMayBeMissing() {
        int number = whole().path("number").asInt();
        for (String part : List.of("name", "tagline", "company", "contact", "tax", "delivery", "returns")) {
            ObjectNode missing = profile();
            missing.remove(part);
            assertThat(refused(missing)).as(part).contains("all its parts");
            ObjectNode empty = profile();
            empty.putNull(part);
            assertThat(refused(empty)).as(part).contains("all its parts");
        }
        for (String part : List.of("/company/town", "/contact/phone", "/tax/vatId", "/delivery/rates")) {
            ObjectNode missing = profile();
            int slash = part.lastIndexOf('/');
            missing.withObject(part.substring(0, slash)).remove(part.substring(slash + 1));
            assertThat(refused(missing)).as(part).isNotBlank();
        }
        for (String part : List.of("price", "days")) {
            ObjectNode missing = profile();
            missing.withObject("/delivery/rates/AT").remove(part);
            assertThat(refused(missing)).as(part).isNotBlank();
        }
        ObjectNode none = profile();
        none.withObject("/delivery/rates").putNull("AT");
        assertThat(refused(none)).contains("what it costs");
        assertThat(whole().path("number").asInt()).isEqualTo(number);
    }

    /** A thing so cheap that its delivery costs something. */
    private String cheap() {
        String sku = jdbc.sql(
                        "select sku from variant join stock using (sku) where price < 3000 and on_hand > 5 order by sku limit 1")
                .query(String.class)
                .single();
        shop().admin("POST", "/stock/" + sku + "/receipts", "{\"quantity\":5}");
        return sku;
    }

    private long delivery(String checkout) {
        return shop().get("/checkouts/" + checkout)
                .body()
                .path("totals")
                .path("deliveryPrice")
                .asLong();
    }

    private String refused(ObjectNode profile) {
        ShopClient.Answer answer = write(profile);
        assertThat(answer.status()).isEqualTo(422);
        return answer.body().path("detail").asString();
    }

    private ShopClient.Answer write(ObjectNode profile) {
        ObjectNode draft = json.createObjectNode();
        draft.put("seen", whole().path("number").asInt()).put("by", "ida").set("profile", profile);
        return shop().admin("PUT", "/profile", draft.toString());
    }

    private JsonNode whole() {
        return shop().admin("GET", "/profile", "").body();
    }

    private ObjectNode profile() {
        return (ObjectNode) whole().path("profile");
    }

    private String invoice(String order) throws Exception {
        String token = jdbc.sql("select token from orders where id = cast(:id as uuid)")
                .param("id", order)
                .query(String.class)
                .single();
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/orders/" + order + "/invoice.pdf?token=" + token))
                .build();
        try (var client = HttpClient.newHttpClient();
                var document = Loader.loadPDF(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private String page(String path) {
        return shop().send("GET", path, "text/plain", "", Map.of()).body();
    }
}
