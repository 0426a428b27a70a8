package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.models.Fit;
import io.tillflow.models.Terms;
import io.tillflow.models.recommend.LinkModel;
import io.tillflow.models.recommend.Recommendation;
import io.tillflow.models.table.Source;
import io.tillflow.storefront.recommendations.Answering;
import io.tillflow.storefront.recommendations.FreshModel;
import io.tillflow.storefront.recommendations.LiveModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The shop uses another version as soon as it is told, whatever that version is like; only the registry is made up. */
class LiveModelIT extends ShopTest {
    @Autowired
    private LiveModel models;

    @Autowired
    private Answering answering;

    @Autowired
    private FreshModel fresh;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @TempDir
    private Path folder;

    private String until = "2020-01-01";
    private String sku = "";
    private String first = "";
    private String second = "";

    @BeforeEach
    void aRegistryIsThere() {
        jdbc.sql("create schema if not exists intelligence").update();
        jdbc.sql("""
                create table if not exists intelligence.live_model
                    (model text primary key, version int, artefact bytea, digest text, rows int, window_to timestamptz, promoted_at timestamptz)
                """).update();
        sku = fresh(9);
        first = productOf(sku);
        second = jdbc.sql("""
                select product from stock join variant using (sku) where on_hand - held - reserved - allocated > 0 and product <> :first
                order by product desc limit 1""").param("first", first).query(String.class).single();
    }

    @AfterEach
    void nothingIsLive() {
        jdbc.sql("drop schema intelligence cascade").update();
        tell();
        await().until(() -> !answer().contains("recommendation "));
    }

    @Test
    void pagesUseTheLiveVersionAtOnceAndCountWhenThereIsNone() throws Exception {
        assertThat(answer()).doesNotContain("recommendation ");
        goesLive(3, model(first, second), true);

        await().untilAsserted(() -> assertThat(answer()).contains("\"slug\":\"" + second + "\"", "recommendation 3"));
        String variant = jdbc.sql("select '?colour=' || colour || '&size=' || size from variant where sku = :sku")
                .param("sku", sku)
                .query(String.class)
                .single();
        await().untilAsserted(() -> assertThat(page("/p/" + first + variant.replace(" ", "%20")))
                .contains("Often bought together", "Learned from what goes together in 4,321 orders", "/img/"));
        String cart = shop().cartWith(Map.of(sku, 1));
        assertThat(shop().send("GET", "/cart", "text/plain", "", Map.of("Cookie", "cart=" + cart))
                        .body())
                .contains("Often in the same parcel", "/p/" + second, "Learned from");

        jdbc.sql("delete from intelligence.live_model").update();
        tell();
        await().until(() -> !answer().contains("recommendation "));
    }

    @Test
    void aDamagedVersionLeavesTheOneBefore() throws Exception {
        goesLive(1, model(first, second), true);
        await().until(() -> answer().contains("recommendation 1"));
        goesLive(2, model(first, second), false);
        models.refresh();
        assertThat(answer()).contains("recommendation 1");
        goesLive(3, "no model".getBytes(StandardCharsets.UTF_8), true);
        models.refresh();
        assertThat(answer()).contains("recommendation 1");
    }

    @Test
    void theVersionBesideTheLiveOneAnswersTheSameOrdersAndNobodySeesIt() throws Exception {
        String other = jdbc.sql("""
                        select sku from stock join variant using (sku)
                        where product = :second and on_hand - held - reserved - allocated > 0 order by sku limit 1""").param("second", second).query(String.class).single();
        goesLive(41, crowd(true), true);
        jdbc.sql("create table intelligence.shadow_model as select * from intelligence.live_model where false")
                .update();
        byte[] beside = crowd(false);
        jdbc.sql(
                        "insert into intelligence.shadow_model values ('recommendation', 42, :beside, :digest, 9, timestamptz '2020-01-01', now())")
                .param("beside", beside)
                .param("digest", digest(beside))
                .update();
        tell();
        await().until(() -> answer().contains("recommendation 41"));
        models.refresh();
        var placed = shop().place(shop().readyCheckout(Map.of(sku, 1, other, 1), "beside@example.org"));
        String basket = "own " + placed.body().get("orderId").asString();

        answering.answer();
        answering.answer();

        assertThat(jdbc.sql("""
                select version || ' ' || items || ' ' || found || ' ' || found_by_rule from reporting_answer
                 where basket = :basket order by version""").param("basket", basket).query(String.class).list())
                .as("version, hidden, found, found by the simple rule")
                .containsExactly("41 2 2 1", "42 2 1 1");
        assertThat(answer()).contains("recommendation 41").doesNotContain("recommendation 42");
    }

    /** Twelve things of which the last is bought least; only the link makes the first speak for it. */
    private byte[] crowd(boolean linked) {
        List<String> items = new ArrayList<>(List.of(first));
        IntStream.range(0, 11).forEach(i -> items.add("filler-" + i));
        items.add(second);
        int n = items.size();
        float[] shares = new float[n];
        Arrays.fill(shares, 0.1f);
        int[][] targets = new int[n][0];
        float[][] weights = new float[n][0];
        if (linked) {
            targets[0] = new int[] {n - 1};
            weights[0] = new float[] {0.4f};
        }
        return new Recommendation().write(new LinkModel(items, shares, targets, weights));
    }

    @Test
    void ordersPlacedSinceTheTrainingCountInEveryCopyOfTheShopUntilTheyAreCancelled() throws Exception {
        String other = jdbc.sql("""
                        select sku from stock join variant using (sku)
                        where product <> :first and on_hand - held - reserved - allocated > 8 order by sku desc limit 1""").param("first", first).query(String.class).single();
        until = jdbc.sql("select coalesce(max(placed_at), now())::text from orders")
                .query(String.class)
                .single();
        goesLive(61, learned(), true);
        refresh();
        assertThat(answer()).as("so far nothing goes together").doesNotContain("recommendation 61");
        for (int i = 0; i < 6; i++) {
            var placed = shop().place(shop().readyCheckout(Map.of(sku, 1, other, 1), "since" + i + "@example.org"));
            assertThat(placed.status()).isEqualTo(201);
        }
        FreshModel copy = beans.createBean(FreshModel.class);
        List.of(copy, fresh).forEach(FreshModel::refresh);
        assertThat(answer()).contains("\"slug\":\"" + productOf(other) + "\"", "recommendation 61");
        assertThat(fresh.loaded().orElseThrow().orders()).isEqualTo(4321 + 6);
        assertThat(copy.loaded().orElseThrow().model().model())
                .isEqualTo(fresh.loaded().orElseThrow().model().model());
        jdbc.sql("update orders set state = 'CANCELLED' where email like 'since%'")
                .update();
        fresh.refresh();
        assertThat(answer()).doesNotContain("recommendation 61");
    }

    private void refresh() {
        models.refresh();
        fresh.refresh();
    }

    /** Of things that the shop does not sell, but for one that is bought alone. */
    private byte[] learned() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            lines.add(i % 10 == 0 ? first : "filler-" + i % 7 + ",filler-" + i % 5);
        }
        Path file = Files.write(folder.resolve("baskets.txt"), lines);
        return new Recommendation()
                .write(((Fit.Fitted<LinkModel>) new Recommendation().fit(new Source(file), Terms.USUAL)).model());
    }

    @Test
    void whatNobodyHasBoughtYetIsShownWhatGoesWithThingsDescribedAlike() throws Exception {
        List<String> kin =
                jdbc.sql("""
                select slug from product where slug <> :second and kind =
                    (select kind from product where slug <> :second group by kind having count(*) > 1 order by kind limit 1) order by slug
                """).param("second", second).query(String.class).list();
        List<String> known = new ArrayList<>(jdbc.sql("select slug from product order by slug")
                .query(String.class)
                .list());
        known.remove(kin.getFirst());
        int[][] targets = new int[known.size()][0];
        float[][] weights = new float[known.size()][0];
        for (String bought : kin.subList(1, kin.size())) {
            targets[known.indexOf(bought)] = new int[] {known.indexOf(second)};
            weights[known.indexOf(bought)] = new float[] {0.9f};
        }
        goesLive(62, new Recommendation().write(new LinkModel(known, new float[known.size()], targets, weights)), true);
        refresh();
        assertThat(shop().get("/recommendations?product=" + kin.getFirst())
                        .body()
                        .toString())
                .contains("\"slug\":\"" + second + "\"", "recommendation 62");
    }

    @Test
    void theReportingViewHasOrdersAsBasketsAndNobodysName() {
        String other = fresh(9);
        var placed = shop().place(shop().readyCheckout(Map.of(sku, 1, other, 2), "basket@example.org"));
        String id = placed.body().get("orderId").asString();
        assertThat(basket(id))
                .isEqualTo(jdbc.sql("""
                        select string_agg(distinct product, ',' order by product) from variant where sku in (:skus)""")
                        .param("skus", List.of(sku, other))
                        .query(String.class)
                        .single());
        assertThat(jdbc.sql("select * from reporting_basket limit 1")
                        .query()
                        .listOfRows()
                        .getFirst())
                .containsOnlyKeys("id", "placed_at", "origin", "products");
        jdbc.sql("update orders set state = 'CANCELLED' where id = cast(:id as uuid)")
                .param("id", id)
                .update();
        assertThat(basket(id)).isEmpty();
    }

    private String basket(String order) {
        return jdbc.sql("select array_to_string(products, ',') from reporting_basket where id = 'own ' || :id")
                .param("id", order)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** A model in which one product speaks for another. */
    private static byte[] model(String from, String to) {
        LinkModel links = new LinkModel(
                List.of(from, to), new float[] {0.1f, 0.1f}, new int[][] {{1}, {}}, new float[][] {{0.4f}, {}});
        return new Recommendation().write(links);
    }

    private void goesLive(int version, byte[] artefact, boolean whole) throws Exception {
        jdbc.sql("""
                insert into intelligence.live_model values ('recommendation', :version, :artefact, :digest, 4321, cast(:until as timestamptz), now())
                on conflict (model) do update set version = excluded.version, artefact = excluded.artefact, digest = excluded.digest
                """)
                .param("version", version)
                .param("artefact", artefact)
                .param("until", until)
                .param("digest", whole ? digest(artefact) : "0")
                .update();
        tell();
    }

    private static String digest(byte[] artefact) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(artefact));
    }

    private void tell() {
        jdbc.sql("select pg_notify('intelligence', 'recommendation') is null")
                .query(Boolean.class)
                .single();
    }

    private String answer() {
        return shop().get("/recommendations?product=" + first).body().toString();
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
