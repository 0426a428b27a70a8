package io.tillflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Every way that stock can come in, or not; the last test fails for each element and flow that none took. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplenishmentTest {
    private Play play;

    @BeforeAll
    void start() {
        play = new Play();
    }

    @AfterAll
    void stop() {
        play.close();
    }

    private static PlayedOrder low(PlayedOrder request, int available) {
        return request.hears(Message.STOCK_LOW, event(request, available));
    }

    private static Map<String, Object> event(PlayedOrder request, int available) {
        Map<String, @Nullable Object> article = new HashMap<>(Map.of(
                "sku",
                "MUG-BLUE",
                "name",
                "Mug, blue",
                "price",
                2400,
                "currency",
                "EUR",
                "available",
                available,
                "awaited",
                0,
                "lowAt",
                5,
                "upTo",
                28,
                "pack",
                12));
        article.put("supplier", "");
        article.put("expectedDemand", null);
        return Map.of("businessKey", "MUG-BLUE", "request", Map.of("id", request.id()), "article", article);
    }

    private static PlayedOrder says(PlayedOrder request, int round, String status, int quantity) {
        return request.hears(
                Message.PURCHASE_UPDATED,
                request.id() + ":" + round,
                Map.of("news", Map.of("purchaseId", "po-1", "status", status, "quantity", quantity)));
    }

    private static void shown(PlayedOrder request, PurchaseState... states) {
        assertThat(request.jobs(JobType.COMMERCE_UPDATE_PURCHASE).stream()
                        .map(job -> PurchaseState.valueOf(job.text("state"))))
                .containsExactly(states);
    }

    private PlayedOrder remindedSays(PlayedOrder request, String status, int quantity) {
        Map<String, @Nullable Object> news = new HashMap<>(Map.of("status", status, "quantity", quantity));
        news.put("expectedOn", null);
        return request.next(JobType.SUPPLIERS_REMIND, new Answer.Completes(news));
    }

    @Test
    void whatIsLowIsOrderedAndItsGoodsAreBookedIn() {
        PlayedOrder request = low(play.order(), 4).waitsAt("await-news").neverWent("approve-purchase");
        says(request, 1, "CONFIRMED", 24).waitsAt("await-news");
        says(request, 1, "DELIVERED", 24).endedAt("goods-booked-in");
        shown(request, PurchaseState.PLANNED, PurchaseState.PLACED, PurchaseState.CONFIRMED);
        PlayedOrder.WorkedJob order =
                request.jobs(JobType.SUPPLIERS_PLACE_ORDER).getFirst();
        assertThat(order.variables())
                .containsEntry("supplier", "nordform")
                .containsEntry("quantity", 24)
                .containsEntry("unitPrice", 1440)
                .containsEntry("effectKey", request.id() + "/place-purchase/1");
        assertThat(request.jobs(JobType.COMMERCE_BOOK_IN_GOODS))
                .singleElement()
                .satisfies(job -> assertThat(job.variables()).containsEntry("delivered", 24));
    }

    @Test
    void whatIsSoldOutComesFromTheQuickOne() {
        PlayedOrder request = low(play.order(), 0).waitsAt("await-news");
        assertThat(request.jobs(JobType.SUPPLIERS_REQUEST_QUOTE).getFirst().text("supplier"))
                .isEqualTo("hafenkontor");
    }

    @Test
    void nothingIsOrderedWhileEnoughIsThere() {
        PlayedOrder request = low(play.order(), 28).endedAt("enough-there");
        shown(request);
        assertThat(request.jobs(JobType.SUPPLIERS_REQUEST_QUOTE)).isEmpty();
    }

    @Test
    void nothingIsOrderedThatTheShopDoesNotGrant() {
        PlayedOrder request =
                low(play.order().next(JobType.COMMERCE_UPDATE_PURCHASE, ErrorCode.PURCHASE_NOT_NEEDED), 4);
        request.went("not-needed").endedAt("none-needed");
        assertThat(request.jobs(JobType.SUPPLIERS_PLACE_ORDER)).isEmpty();
    }

    @Test
    void allThatIsHereIsWhatWasConfirmed() {
        PlayedOrder request = low(play.order(), 4);
        says(request, 1, "CONFIRMED", 12);
        remindedSays(request, "CONFIRMED", 12);
        remindedSays(request, "CONFIRMED", 12);
        request.passes("P13D")
                .passes("P13D")
                .person("chase-purchase", "delivered")
                .endedAt("goods-booked-in");
        assertThat(request.jobs(JobType.COMMERCE_BOOK_IN_GOODS).getLast().variables())
                .containsEntry("delivered", 12);
    }

    @Test
    void aPersonDecidesAboveTheLimit() {
        PlayedOrder bought = low(dear(), 4).waitsAt("approve-purchase").person("approve-purchase", "approve");
        bought.waitsAt("await-news");
        PlayedOrder refused =
                low(dear(), 4).person("approve-purchase", "refuse").endedAt("purchase-refused");
        assertThat(refused.jobs(JobType.SUPPLIERS_PLACE_ORDER)).isEmpty();
        shown(refused, PurchaseState.PLANNED, PurchaseState.NOT_ORDERED);
    }

    @Test
    void whatNobodyDecidesInTimeGoesToOthersAndThenTheArticleIsFreeAgain() {
        PlayedOrder late = low(dear(), 4).waitsAt("approve-purchase").passes("P1D");
        late.went("approval-overdue")
                .waitsAt("approve-overdue-purchase")
                .person("approve-overdue-purchase", "approve")
                .waitsAt("await-news");
        PlayedOrder never =
                low(dear(), 4).waitsAt("approve-purchase").passes("P1D").passes("P2D");
        never.went("nobody-decides").endedAt("purchase-refused");
        assertThat(never.jobs(JobType.SUPPLIERS_PLACE_ORDER)).isEmpty();
        shown(never, PurchaseState.PLANNED, PurchaseState.NOT_ORDERED);
    }

    private PlayedOrder dear() {
        return play.order()
                .next(
                        JobType.SUPPLIERS_REQUEST_QUOTE,
                        new Answer.Completes(
                                Map.of("quantity", 24, "unitPrice", 2084, "total", 50_001, "leadDays", 12)));
    }

    @Test
    void aDryRunEndsOnPaperAndBothersNobody() {
        PlayedOrder request = dear();
        Map<String, Object> dry = new HashMap<>(event(request, 4));
        dry.put("dryRun", true);
        request.hears(Message.STOCK_LOW, dry).neverWent("approve-purchase").endedAt("decided-on-paper");
    }

    @Test
    void aPersonChoosesAnotherSupplierWhenNoneComesOfIt() {
        PlayedOrder request = play.order()
                .next(JobType.SUPPLIERS_REQUEST_QUOTE, ErrorCode.ARTICLE_NOT_OFFERED)
                .next(JobType.SUPPLIERS_PLACE_ORDER, ErrorCode.PURCHASE_DECLINED);
        low(request, 4).went("not-offered").waitsAt("choose-supplier");
        request.person("choose-supplier", Map.of("outcome", "another", "note", "", "supplier", "werkhof"))
                .went("purchase-declined")
                .waitsAt("choose-supplier")
                .person("choose-supplier", "another")
                .waitsAt("await-news");
        says(request, 3, "REJECTED", 0).waitsAt("choose-supplier").person("choose-supplier", "leave");
        request.endedAt("not-ordered");
        assertThat(request.jobs(JobType.SUPPLIERS_REQUEST_QUOTE).stream().map(job -> job.text("supplier")))
                .containsExactly("nordform", "werkhof", "werkhof");
        assertThat(request.effectKeys("place-purchase"))
                .isEqualTo(List.of(request.id() + "/place-purchase/2", request.id() + "/place-purchase/3"));
        assertThat(request.jobs(JobType.COMMERCE_UPDATE_PURCHASE).getLast().text("state"))
                .isEqualTo("NOT_ORDERED");
    }

    @Test
    void whatIsOnlyPartlyConfirmedIsCountedOnAndTheRestLookedAt() {
        PlayedOrder request = low(play.order(), 4);
        says(request, 1, "CONFIRMED", 12).went("order-rest").waitsAt("await-news");
        assertThat(request.jobs(JobType.COMMERCE_UPDATE_PURCHASE).getLast().variables())
                .containsEntry("quantity", 12);
        says(request, 1, "DELIVERED", 12).endedAt("goods-booked-in");
    }

    @Test
    void aSilentSupplierIsRemindedAndThenChased() {
        PlayedOrder request = low(play.order(), 4);
        remindedSays(request, "PLACED", 24);
        remindedSays(request, "PLACED", 24);
        request.passes("P1D").waitsAt("await-news").passes("P1D").waitsAt("chase-purchase");
        assertThat(request.effectKeys("remind-supplier"))
                .containsExactly(request.id() + "/remind-supplier/1", request.id() + "/remind-supplier/2");
        request.person("chase-purchase", "wait").waitsAt("await-news");
        remindedSays(request, "PLACED", 24);
        remindedSays(request, "PLACED", 24);
        request.passes("P1D").passes("P1D").waitsAt("chase-purchase");
        request.person("chase-purchase", Map.of("outcome", "delivered", "note", "", "arrived", 20))
                .endedAt("goods-booked-in");
        assertThat(request.jobs(JobType.COMMERCE_BOOK_IN_GOODS).getLast().variables())
                .containsEntry("delivered", 20);
    }

    @Test
    void goodsThatAreLateAreAskedForAgainAfterTheLeadTime() {
        PlayedOrder request = low(play.order(), 4);
        says(request, 1, "CONFIRMED", 24);
        remindedSays(request, "CONFIRMED", 24);
        remindedSays(request, "CONFIRMED", 24);
        request.passes("P12D")
                .passes("P1D")
                .waitsAt("await-news")
                .passes("P13D")
                .waitsAt("chase-purchase");
        request.next(JobType.SUPPLIERS_CANCEL_ORDER, ErrorCode.PURCHASE_UNDERWAY)
                .person("chase-purchase", "cancel")
                .went("cannot-cancel")
                .waitsAt("await-news");
        remindedSays(request, "CONFIRMED", 24);
        remindedSays(request, "CONFIRMED", 24);
        request.passes("P13D").passes("P13D").person("chase-purchase", "cancel").waitsAt("choose-supplier");
        assertThat(request.effectKeys("cancel-purchase"))
                .containsExactly(request.id() + "/cancel-purchase/2", request.id() + "/cancel-purchase/4");
    }

    @Test
    void newsThatGotLostAreFoundByAsking() {
        PlayedOrder request = low(play.order(), 4);
        remindedSays(request, "DELIVERED", 24);
        request.passes("P1D").endedAt("goods-booked-in");
    }

    @Test
    void aScheduleHasTheShopLookAgain() {
        PlayedOrder request = play.order();
        request.hears(Message.STOCK_CHECK_DUE, Map.of("schedule", Map.of("id", "replenishment", "byHand", false)));
        request.endedAt("low-stock-told");
        assertThat(request.jobs(JobType.COMMERCE_LOOK_FOR_LOW_STOCK)).hasSize(1);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasTaken() {
        ModelCoverage.of("stock/replenishment.bpmn", play.log()).assertComplete();
    }
}
