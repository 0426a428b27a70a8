package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.storefront.recommendations.BoughtTogether;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class FindabilityIT extends ShopTest {
    @Autowired
    private BoughtTogether together;

    @Test
    void theSitemapNamesEveryProductAndRobotsKeepOutOfPrivatePlaces() {
        String sitemap = page("/sitemap.xml");
        jdbc.sql("select slug from product")
                .query(String.class)
                .list()
                .forEach(slug -> assertThat(sitemap).contains("<loc>https://shop.example/p/" + slug + "</loc>"));
        assertThat(page("/robots.txt")).contains("Disallow: /cart", "Sitemap: https://shop.example/sitemap.xml");
    }

    @Test
    void aProductPageSaysWhatItShowsToMachinesToo() {
        String html = page("/p/tarn-table-lamp?colour=rose");
        assertThat(html)
                .contains("<link rel=\"canonical\" href=\"https://shop.example/p/tarn-table-lamp\">")
                .contains("<meta name=\"description\" content=\"Glazed stoneware");
        String data = html.substring(html.indexOf("ld+json\">") + 9);
        JsonNode graph =
                json.readTree(data.substring(0, data.indexOf("</script>"))).get("@graph");
        assertThat(graph.at("/0/name").asString()).isEqualTo("Tarn table lamp");
        assertThat(graph.at("/0/offers/0/price").asString()).isEqualTo("64.00");
        assertThat(page("/search?q=lamp")).contains("name=\"robots\" content=\"noindex\"");
        assertThat(page("/cart")).contains("noindex").doesNotContain("canonical");
    }

    @Test
    void whatWasBoughtTogetherTwiceIsShownTogether() {
        String first = fresh(9);
        shop().admin("PUT", "/stock/" + first, "{\"onHand\":9,\"reason\":\"companion\"}");
        String second = otherThan(first);
        for (int n = 0; n < 2; n++) {
            assertThat(shop().place(shop().readyCheckout(Map.of(first, 1, second, 1), "pair@example.org"))
                            .status())
                    .isEqualTo(201);
        }
        together.count();
        String product = productOf(first);
        String other = productOf(second);
        assertThat(shop().get("/recommendations?product=" + product).body().toString())
                .contains("\"slug\":\"" + other + "\",", "\"orders\":2");
        // the shelves learn of a count within moments
        String variant = jdbc.sql("select '?colour=' || colour || '&size=' || size from variant where sku = :sku")
                .param("sku", first)
                .query(String.class)
                .single();
        await().untilAsserted(() -> assertThat(page("/p/" + product + variant.replace(" ", "%20")))
                .contains("Often bought together", "same 2 orders", "Nothing about you"));
        String cart = shop().cartWith(Map.of(first, 1));
        assertThat(shop().send("GET", "/cart", "text/plain", "", Map.of("Cookie", "cart=" + cart))
                        .body())
                .contains("Often in the same parcel", "/p/" + other);
    }

    /** A variant of another product, untouched so far. */
    private String otherThan(String sku) {
        String other = jdbc.sql("""
                select s.sku from stock s join variant v using (sku)
                where v.product <> (select product from variant where sku = :sku) and not exists
                    (select 1 from stock_movement m where m.sku = s.sku and m.reason is distinct from 'opening stock')
                order by s.sku limit 1""").param("sku", sku).query(String.class).single();
        shop().admin("PUT", "/stock/" + other, "{\"onHand\":9,\"reason\":\"companion\"}");
        return other;
    }

    private String productOf(String sku) {
        return jdbc.sql("select product from variant where sku = :sku")
                .param("sku", sku)
                .query(String.class)
                .single();
    }

    private String page(String path) {
        return shop().send("GET", path, "text/plain", "", Map.of()).body();
    }
}
