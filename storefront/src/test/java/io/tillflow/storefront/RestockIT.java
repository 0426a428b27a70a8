package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class RestockIT extends ShopTest {
    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void tenWaitAndFourUnitsServeTheFirstFour() {
        String sku = fresh(10);
        List<String> orders = orders(sku, 10);
        shop().admin("PUT", "/stock/" + sku, "{\"onHand\":0,\"reason\":\"water damage\"}");
        orders.forEach(o -> {
            ShopClient.Answer answer = shop().service("POST", o, "/allocation", "");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body().get("missing").get(0).get("quantity").asInt())
                    .isEqualTo(1);
        });

        JsonNode level = shop().admin("POST", "/stock/" + sku + "/receipts", "{\"quantity\":4}")
                .body();

        assertThat(level.get("onHand").asInt()).isEqualTo(4);
        assertThat(level.get("allocated").asInt()).isEqualTo(4);
        assertThat(restocked(orders)).containsExactlyElementsOf(orders.subList(0, 4));
        await().until(() -> sentFor(orders.get(3)).size() == 2);
        JsonNode event = sentFor(orders.get(0)).getLast();
        assertThat(event.get("type").asString()).isEqualTo("stock-available");
        assertThat(event.get("data").get("restock").get("id"))
                .isEqualTo(sentFor(orders.get(3))
                        .getLast()
                        .get("data")
                        .get("restock")
                        .get("id"));
        assertThat(shop().service("POST", orders.get(0), "/allocation", "").status())
                .isEqualTo(200);
        assertThat(shop().service("POST", orders.get(4), "/allocation", "").status())
                .isEqualTo(409);
    }

    @Test
    void restocksAtOnceNeverServeTwiceNorTooMany() throws Exception {
        String sku = fresh(12);
        List<String> orders = orders(sku, 12);
        shop().admin("PUT", "/stock/" + sku, "{\"onHand\":0}");
        orders.forEach(o -> shop().service("POST", o, "/allocation", ""));
        atOnce(5, () -> shop().admin("POST", "/stock/" + sku + "/receipts", "{\"quantity\":2}"));
        assertThat(restocked(orders)).containsExactlyElementsOf(orders.subList(0, 10));
    }

    @Test
    void aBigOrderInFrontIsNotOvertakenForTheSameThing() {
        String sku = fresh(8);
        String big = shop().buy(sku, 5);
        String small = shop().buy(sku, 1);
        shop().admin("PUT", "/stock/" + sku, "{\"onHand\":0}");
        shop().service("POST", big, "/allocation", "");
        shop().service("POST", small, "/allocation", "");

        shop().admin("POST", "/stock/" + sku + "/receipts", "{\"quantity\":3}");
        assertThat(restocked(List.of(big, small))).isEmpty();
        shop().admin("POST", "/stock/" + sku + "/receipts", "{\"quantity\":3}");
        assertThat(restocked(List.of(big, small))).containsExactly(big, small);
    }

    @Test
    void whoComesLaterDoesNotTakeWhatIsKeptForTheFirstInLine() {
        String sku = fresh(8);
        String big = shop().buy(sku, 5);
        String late = shop().buy(sku, 1);
        shop().admin("PUT", "/stock/" + sku, "{\"onHand\":3}");
        assertThat(shop().service("POST", big, "/allocation", "").status()).isEqualTo(409);
        assertThat(shop().service("POST", late, "/allocation", "").status()).isEqualTo(409);
        assertThat(allocated(sku)).isZero();
    }

    @Test
    void whatNobodyWaitsForIsSetAsideAndSentWhileTheLineIsBusy() {
        String sku = fresh(1);
        String order = shop().buy(sku, 1);
        new TransactionTemplate(transactions).executeWithoutResult(line -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('shop-stock-line'))")
                    .query()
                    .listOfRows();
            assertThat(shop().service("POST", order, "/allocation", "").status())
                    .isEqualTo(200);
            assertThat(shop().service("PUT", order, "/state", "{\"state\":\"SHIPPED\"}")
                            .status())
                    .isEqualTo(200);
        });
        assertThat(allocated(sku)).isZero();
    }

    @Test
    void inLineAndBesideItAtOnceNobodyIsServedWhatIsNotThere() throws Exception {
        String sku = fresh(24);
        List<String> orders = orders(sku, 24);
        shop().admin("PUT", "/stock/" + sku, "{\"onHand\":12}");
        AtomicInteger next = new AtomicInteger();
        List<Integer> answers = atOnce(24, () -> {
            int mine = next.getAndIncrement();
            if (mine % 4 == 3) {
                shop().admin("POST", "/stock/" + sku + "/receipts", "{\"quantity\":1}");
            }
            return shop().service("POST", orders.get(mine), "/allocation", "").status();
        });
        assertThat(answers).containsOnly(200, 409);
        long allocated = orders.stream()
                .filter(order ->
                        shop().service("POST", order, "/allocation", "").status() == 200)
                .count();
        assertThat(allocated).isEqualTo(18);
        JsonNode level = shop().admin("GET", "/stock/" + sku, "").body();
        assertThat(level.get("allocated").asInt()).isEqualTo(18);
        assertThat(level.get("onHand").asInt()).isEqualTo(18);
    }

    @Test
    void whatACancelledOrderGivesBackGoesToTheNextInLine() {
        String sku = fresh(2);
        String first = shop().buy(sku, 1);
        String second = shop().buy(sku, 1);
        shop().admin("PUT", "/stock/" + sku, "{\"onHand\":1}");
        assertThat(shop().service("POST", first, "/allocation", "").status()).isEqualTo(200);
        assertThat(shop().service("POST", second, "/allocation", "").status()).isEqualTo(409);

        shop().service("DELETE", first, "/allocation", "");
        shop().service("DELETE", first, "/allocation", "");
        assertThat(restocked(List.of(first, second))).containsExactly(second);
        assertThat(allocated(sku)).isEqualTo(1);
    }

    @Test
    void aCancelledOrderLeavesTheLine() {
        String sku = fresh(2);
        String waiting = shop().buy(sku, 1);
        shop().admin("PUT", "/stock/" + sku, "{\"onHand\":0}");
        shop().service("POST", waiting, "/allocation", "");
        shop().service("PUT", waiting, "/state", "{\"state\":\"CANCELLED\",\"reason\":\"STOCK_MISSING\"}");
        shop().admin("POST", "/stock/" + sku + "/receipts", "{\"quantity\":1}");
        assertThat(restocked(List.of(waiting))).isEmpty();
        assertThat(shop().service("POST", waiting, "/allocation", "")
                        .body()
                        .get("type")
                        .asString())
                .isEqualTo("order-cancelled");
        JsonNode level = shop().admin("GET", "/stock/" + sku, "").body();
        assertThat(level.get("reserved").asInt()).isZero();
        assertThat(level.get("available").asInt()).isEqualTo(1);
    }

    @Test
    void aRepeatedReceiptCountsOnce() throws Exception {
        String sku = fresh(0);
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + ShopClient.TOKEN, "Idempotency-Key", "receipt-" + sku);
        List<ShopClient.Answer> answers =
                atOnce(8, () -> shop().call("POST", "/admin/stock/" + sku + "/receipts", "{\"quantity\":7}", headers));
        assertThat(answers).allMatch(a -> a.body().get("onHand").asInt() == 7);
        assertThat(shop().admin("GET", "/stock/" + sku, "").body().get("onHand").asInt())
                .isEqualTo(7);
    }

    @Test
    void whatIsTakenOutOfAnOrderMeanwhileIsNotSetAside() throws Exception {
        String sku = fresh(5);
        String order = shop().buy(sku, 3);
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<ShopClient.Answer> asked = new TransactionTemplate(transactions).execute(staff -> {
                jdbc.sql("select 1 from orders where id = cast(:id as uuid) for update")
                        .param("id", order)
                        .query()
                        .listOfRows();
                jdbc.sql("update order_line set quantity = 1 where order_id = cast(:id as uuid)")
                        .param("id", order)
                        .update();
                jdbc.sql("update stock set reserved = reserved - 2 where sku = :sku")
                        .param("sku", sku)
                        .update();
                Future<ShopClient.Answer> answer =
                        beside.submit(() -> shop().service("POST", order, "/allocation", ""));
                await().until(() -> waiting() > 0);
                return answer;
            });
            assertThat(asked.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
        assertThat(allocated(sku)).isEqualTo(1);
    }

    /** How many wait for a row that another transaction holds. */
    private int waiting() {
        return jdbc.sql("select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                .query(Integer.class)
                .single();
    }

    private int allocated(String sku) {
        return shop().admin("GET", "/stock/" + sku, "").body().get("allocated").asInt();
    }

    private List<String> orders(String sku, int count) {
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(shop().buy(sku, 1));
        }
        return orders;
    }

    /** Orders told of a restock, in the order they were told. */
    private List<String> restocked(List<String> among) {
        return jdbc.sql("select subject from outbox where type = 'stock-available' and subject in (:ids) order by seq")
                .param("ids", among)
                .query(String.class)
                .list();
    }
}
