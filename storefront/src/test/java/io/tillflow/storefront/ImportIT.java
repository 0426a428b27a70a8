package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ImportIT extends ShopTest {
    private static final String SHOPIFY = """
            Handle,Title,Body (HTML),Vendor,Type,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Image Src
            fell-sock,Fell sock,"<p>Warm &amp; dry. <script>alert(1)</script>For <b>long</b> days.</p>",Ullmere,Socks,Color,Moss,Size,M,FELL-M,90,7,12.50,https://example.org/a.jpg
            fell-sock,,,,,,Moss,,L,FELL-L,95,3,13,
            fell-sock,,,,,,,,,,,,,https://example.org/b.jpg
            """;

    @Test
    void takesOverShopifysProductsOnceHoweverOften() {
        JsonNode dry = report("products", SHOPIFY, true);
        assertThat(dry.get("created").asInt()).isEqualTo(1);
        assertThat(shop().get("/products/fell-sock").status()).isEqualTo(404);

        JsonNode first = report("products", SHOPIFY, false);
        assertThat(first.get("created").asInt()).isEqualTo(1);
        assertThat(first.get("rows").asInt()).isEqualTo(3);
        assertThat(first.get("errors")).isEmpty();
        JsonNode again = report("products", SHOPIFY, false);
        assertThat(again.get("unchanged").asInt()).isEqualTo(1);

        JsonNode sock = shop().get("/products/fell-sock").body();
        assertThat(sock.get("about").asString()).isEqualTo("Warm & dry. For long days.");
        assertThat(sock.get("variants")).hasSize(2);
        assertThat(sock.at("/variants/0/price").asLong()).isEqualTo(1250);
        assertThat(sock.at("/variants/0/colourName").asString()).isEqualTo("Moss");
        assertThat(sock.at("/variants/1/size").asString()).isEqualTo("L");
        assertThat(shop().admin("GET", "/stock/FELL-M", "").body().get("onHand").asInt())
                .isEqualTo(7);
        assertThat(page("/p/fell-sock").statusCode()).isEqualTo(200);
        assertThat(page("/search?q=fell+sock").body()).contains("/p/fell-sock");
    }

    @Test
    void countsWhatLiesWhereAsShopifysInventorySaysIt() {
        shop().admin("PUT", "/locations/attic", "{\"name\":\"Attic\",\"position\":20}");
        String sku = fresh(4);
        String csv = """
                Handle,SKU,Location,Committed (not editable),On hand (current),On hand (new)
                a,%1$s,Attic,0,0,6
                a,%1$s,Main,0,4,
                a,%1$s,Nowhere,0,4,5
                """;
        JsonNode wrong = report("inventory", csv.formatted(sku), false);
        assertThat(wrong.get("failed").asInt()).isEqualTo(1);
        assertThat(wrong.get("errors").toString()).contains("\"row\":4", "open locations: Nowhere");
        String right = csv.formatted(sku).replaceAll("(?m)^.*Nowhere.*\n", "");
        assertThat(report("inventory", right, true).get("updated").asInt()).isEqualTo(1);
        assertThat(level(sku)).isEqualTo(4);
        assertThat(report("inventory", right, false).get("updated").asInt()).isEqualTo(1);
        assertThat(report("inventory", right, false).get("unchanged").asInt()).isEqualTo(1);
        assertThat(level(sku)).isEqualTo(10);
        String written = export("inventory").body();
        assertThat(written).contains(sku + ",Main,0,4,", sku + ",Attic,0,6,");
        assertThat(report("inventory", written, true).get("updated").asInt()).isZero();
    }

    @Test
    void anExportedInventorySentBackLaterUndoesNothing() {
        String sku = fresh(4);
        String written = export("inventory").body();
        shop().admin("PUT", "/stock/" + sku, "{\"onHand\":1,\"reason\":\"sold\"}");
        JsonNode back = report("inventory", written, false);
        assertThat(back.get("failed").asInt()).as("%s", back).isZero();
        assertThat(back.get("updated").asInt()).isZero();
        assertThat(level(sku)).isEqualTo(1);
        String filled = "SKU,Location,On hand (current),On hand (new)\n" + sku + ",Main,%d,9\n";
        JsonNode stale = report("inventory", filled.formatted(4), false);
        assertThat(stale.get("failed").asInt()).isEqualTo(1);
        assertThat(stale.get("errors").toString()).contains("On hand (current)", "is 4, but by now 1 lie there");
        assertThat(level(sku)).isEqualTo(1);
        assertThat(report("inventory", filled.formatted(1), false)
                        .get("updated")
                        .asInt())
                .isEqualTo(1);
        assertThat(level(sku)).isEqualTo(9);
        assertThat(report("inventory", "SKU,On hand\n" + sku + ",3\n", false)
                        .get("updated")
                        .asInt())
                .as("a file made by hand")
                .isEqualTo(1);
        assertThat(level(sku)).isEqualTo(3);
    }

    private int level(String sku) {
        return shop().admin("GET", "/stock/" + sku, "").body().get("onHand").asInt();
    }

    @Test
    void saysWhichCellIsWrongAndTakesOverTheRest() {
        JsonNode report = report("products", """
                        product,name,about,category,sku,price,stock
                        good-thing,Good thing,Good.,Odds,GOOD-1,4.00,1
                        dear-thing,Dear thing,Dear.,Odds,DEAR-1,minus two,1
                        none-thing,,Dear.,Odds,bad sku!,0,-3
                        """, false);
        assertThat(report.get("created").asInt()).isEqualTo(1);
        assertThat(report.get("failed").asInt()).isEqualTo(2);
        assertThat(report.get("errors").toString())
                .contains("\"row\":3", "minus two", "\"column\":\"name\"", "is missing", "letters, digits", "-3")
                .doesNotContain("\"row\":2");
        assertThat(shop().get("/products/dear-thing").status()).isEqualTo(404);
    }

    @Test
    void takesAFileLargerThanAnyOtherRequest() {
        StringBuilder csv = new StringBuilder("email,name,note\n");
        for (int i = 0; i < 400; i++) {
            csv.append("large-")
                    .append(i)
                    .append("@example.org,Mara,")
                    .append("n".repeat(800))
                    .append('\n');
        }
        JsonNode report = report("customers", csv.toString(), true);
        assertThat(report.get("rows").asInt()).isEqualTo(400);
        assertThat(report.get("failed").asInt()).as("%s", report.get("errors")).isZero();
    }

    @Test
    void takesOverCustomersAndPastOrders() {
        String customers = """
                First Name,Last Name,Email,Accepts Email Marketing,Default Address City,Note
                Ida,Fell,IDA@example.org,yes,Ulm,"<b>likes wool</b>"
                ,,not-an-address,no,,
                """;
        JsonNode first = report("customers", customers, false);
        assertThat(first.get("created").asInt()).isEqualTo(1);
        assertThat(first.get("failed").asInt()).isEqualTo(1);
        assertThat(jdbc.sql("select name from customer where email = 'ida@example.org' and marketing")
                        .query(String.class)
                        .single())
                .isEqualTo("Ida Fell");

        String orders = """
                Name,Email,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku
                #1001,ida@example.org,EUR,38.50,2025-03-01 10:00:00 +0100,2,Fell sock,12.50,FELL-M
                #1001,,,,,1,Lamp,13.50,
                #1002,ida@example.org,EUR,1.00,yesterday,1,Card,1.00,
                """;
        JsonNode taken = report("orders", orders, false);
        assertThat(taken.get("created").asInt()).isEqualTo(1);
        assertThat(taken.get("errors").toString()).contains("placed_at", "\"row\":4");
        assertThat(jdbc.sql("select jsonb_array_length(lines) from past_order where number = '#1001'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(report("orders", orders, false).get("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void aPastOrderWithoutATotalCameToWhatItsLinesCost() {
        report("orders", """
                number,email,placed_at,sku,item,quantity,price
                T1,ida@example.org,2025-03-01T09:30:00Z,FELL-M,Fell sock,2,12.50
                T1,ida@example.org,2025-03-01T09:30:00Z,,Lamp,1,13.50
                """, false);

        assertThat(jdbc.sql("select total from past_order where number = 'T1'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3850);
    }

    @Test
    void whatIsExportedIsTakenOverAsItIs() {
        report("products", SHOPIFY.replace("fell", "moor").replace("FELL", "MOOR"), false);
        report(
                "customers",
                "email,name,phone,marketing,city,note\nformula@example.org,=1+1,+49 30,yes,Ulm,\"a, \"\"b\"\"\"\n",
                false);
        shop().buy(fresh(1), 1);
        for (String kind : List.of("products", "customers")) {
            JsonNode again = report(kind, export(kind).body(), false);
            assertThat(again.get("failed").asInt()).as("%s", again).isZero();
            assertThat(again.get("updated").asInt()).as("%s", again).isZero();
            assertThat(again.get("created").asInt()).isZero();
            assertThat(again.get("unchanged").asInt()).isPositive();
        }
        assertThat(export("customers").body()).contains("'=1+1", "'+49 30", "\"a, \"\"b\"\"\"");
        assertThat(export("products").headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        JsonNode orders = report("orders", export("orders").body(), true);
        assertThat(orders.get("failed").asInt()).as("%s", orders).isZero();
        assertThat(orders.get("created").asInt()).isPositive();
        assertThat(export("nothing").statusCode()).isEqualTo(404);
        assertThat(shop().get("/admin/exports/customers").status()).isEqualTo(401);
    }

    @Test
    void whatColoursAndSizesAreCalledInGermanComesWithAFileAndLeavesWithOne() {
        String csv = """
                Handle,Title,Type,Option1 Name,Option1 Value,Option2 Name,Option2 Value,colour_de,size_de,Variant SKU,Variant Price,attributes,title_de,attributes_de
                hill-cap,Hill cap,Caps,Color,Heather,Size,Small,Heide,Klein,CAP-HS,19,Yarn: wool,Hügelmütze,Garn: Wolle
                hill-cap,,,,Heather,,Large,,Groß,CAP-HL,19,,,
                hill-cap,,,,Stone,,Small,Stein,Klein,CAP-SS,19,,,
                """;
        assertThat(report("products", csv, false).get("created").asInt()).isEqualTo(1);
        assertThat(germanCap()).contains("Heide", "Stein", "Klein", "Groß", "Garn", "Wolle");

        String exported = export("products").body();
        assertThat(exported.lines().filter(row -> row.contains("CAP-")).toList().toString())
                .contains("Heather,Size,Small,Heide,Klein", "Heather,Size,Large,Heide,Groß", "Garn: Wolle");
        assertThat(report("products", exported, false).get("updated").asInt()).isZero();
        String renamed =
                exported.replace("Small,Heide,", "Small,Heidekraut,").replace("Large,Heide,", "Large,Heidekraut,");
        assertThat(report("products", renamed, false).get("updated").asInt()).isEqualTo(1);
        assertThat(germanCap()).contains("Heidekraut");
        assertThat(report("products", csv.replace(",colour_de,size_de,", ",x,y,"), false)
                        .get("unchanged")
                        .asInt())
                .isEqualTo(1);

        JsonNode twoNames = report("products", csv.replace("Large,,", "Large,Erika,"), false);
        assertThat(twoNames.get("errors").toString()).contains("colour_de", "Heide", "Erika");
        JsonNode sameName = report("products", csv.replace("Stein", "Heide"), false);
        assertThat(sameName.get("errors").toString()).contains("colour_de", "the same name");
    }

    private String germanCap() {
        return shop().send("GET", "/api/v1/products/hill-cap", "application/json", "", Map.of("Accept-Language", "de"))
                .body();
    }

    private HttpResponse<String> export(String kind) {
        return shop().send(
                        "GET",
                        "/api/v1/admin/exports/" + kind,
                        "text/plain",
                        "",
                        Map.of("Authorization", "Bearer " + ShopClient.TOKEN));
    }

    @Test
    void aFileThatIsNoneIsRefusedAsAWhole() {
        assertThat(report("products", "", false).get("problem").asString()).contains("empty");
        assertThat(report("products", "a,b\n1,2\n", false).get("problem").asString())
                .contains("no column");
        assertThat(report("orders", "Name\n\"1001\n", false).get("problem").asString())
                .contains("not CSV");
        assertThat(send("nothing", "a", false).statusCode()).isEqualTo(404);
        assertThat(shop().send("POST", "/api/v1/admin/imports/products", "text/csv", "a", Map.of())
                        .statusCode())
                .isEqualTo(401);
    }

    private JsonNode report(String kind, String csv, boolean dryRun) {
        HttpResponse<String> answer = send(kind, csv, dryRun);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body().strip().lines().toList().getLast());
    }

    private HttpResponse<String> send(String kind, String csv, boolean dryRun) {
        return shop().send(
                        "POST",
                        "/api/v1/admin/imports/" + kind + "?dryRun=" + dryRun,
                        "text/csv",
                        csv,
                        Map.of("Authorization", "Bearer " + ShopClient.TOKEN));
    }

    private HttpResponse<String> page(String path) {
        return shop().send("GET", path, "text/plain", "", Map.of());
    }
}
