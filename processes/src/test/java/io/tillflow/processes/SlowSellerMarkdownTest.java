package io.tillflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Every way an article that lies can go; the last test fails for each element and flow that none took. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SlowSellerMarkdownTest {
    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    private Play play;

    @BeforeAll
    void start() {
        play = new Play();
    }

    @AfterAll
    void stop() {
        play.close();
    }

    /** Of 80 things at 24.00 that cost 9.00, half of what was foretold was sold. */
    private static Map<String, @Nullable Object> article(int weeks) {
        Map<String, @Nullable Object> article = new HashMap<>(Map.of(
                "sku", "MUG-BLUE", "name", "Mug, blue", "available", 80, "sold", 8, "foretold", 16, "soldShare", 0.5));
        article.putAll(Map.of("cost", 900, "weeks", weeks, "lying", 120, "unchanged", 200));
        return article;
    }

    private static PlayedOrder found(PlayedOrder markdown, Map<String, @Nullable Object> article) {
        return markdown.hears(Message.SLOW_SELLER_FOUND, event(markdown, article));
    }

    private static Map<String, Object> event(PlayedOrder markdown, Map<String, @Nullable Object> article) {
        return new HashMap<>(
                Map.of("businessKey", "MUG-BLUE", "markdown", Map.of("id", markdown.id()), "article", article));
    }

    /** To be marked down, if the table and everybody else agree. */
    private PlayedOrder costing(long price) {
        return costs(drawn(play.order(), "mark-down"), price, null);
    }

    private static PlayedOrder costs(PlayedOrder markdown, long price, @Nullable String until) {
        Map<String, @Nullable Object> offer = Answer.costs(price);
        offer.put("until", until);
        return markdown.next(JobType.COMMERCE_READ_PRICE, new Answer.Completes(offer));
    }

    private static PlayedOrder sells(PlayedOrder markdown, double foretold, int units) {
        markdown.next(JobType.INTELLIGENCE_EXPECT_DEMAND, new Answer.Completes(Map.of("expectedDemand", foretold)));
        return markdown.next(
                JobType.ANALYTICS_ASK,
                new Answer.Completes(Map.of("rows", List.of(Map.of("units", units)), "more", false)));
    }

    private static PlayedOrder drawn(PlayedOrder markdown, String arm) {
        return markdown.next(JobType.INTELLIGENCE_ASSIGN_ARM, new Answer.Completes(Map.of("arm", arm)));
    }

    @Test
    void whatLiesIsMarkedDownForSomeDaysAndHeldAgainstTheForecast() {
        PlayedOrder markdown = sells(costing(2400), 7.5, 11);
        found(markdown, article(30)).waitsAt("time-over").neverWent("approve-markdown");
        assertThat(markdown.jobs(JobType.COMMERCE_SET_PRICE))
                .singleElement()
                .satisfies(job -> assertThat(job.variables())
                        .containsEntry("sku", "MUG-BLUE")
                        .containsEntry("price", 1890)
                        .containsEntry("days", 14)
                        .containsEntry("reason", "We are making room")
                        .containsEntry("reasonDe", "Wir schaffen Platz")
                        .containsEntry("effectKey", markdown.id() + "/set-price/1"));
        assertThat(markdown.jobs(JobType.INTELLIGENCE_ASSIGN_ARM))
                .singleElement()
                .satisfies(job -> assertThat(job.variables())
                        .containsEntry("unit", "MUG-BLUE")
                        .containsEntry("holdOut", 20)
                        .containsEntry("goalElements", "sold-more"));
        assertThat(markdown.jobs(JobType.ANALYTICS_ASK)).isEmpty();
        play.pass(TWO_WEEKS);
        markdown.went("sold-more").endedAt("sold-more-marked-down");
        assertThat(markdown.jobs(JobType.ANALYTICS_ASK).getFirst().variables().get("values"))
                .asInstanceOf(MAP)
                .containsEntry("sku", "MUG-BLUE")
                .hasEntrySatisfying(
                        "since", since -> assertThat(String.valueOf(since)).matches("\\d{4}-\\d\\d-\\d\\dT.*"));

        PlayedOrder idle = sells(costing(2400), 7.5, 7);
        found(idle, article(13));
        assertThat(idle.jobs(JobType.COMMERCE_SET_PRICE).getFirst().variables()).containsEntry("price", 2090);
        play.pass(TWO_WEEKS);
        idle.endedAt("sold-no-more-marked-down");
    }

    @Test
    void whatIsHeldOutKeepsItsPriceAndIsWatchedAsLong() {
        PlayedOrder anyway = sells(drawn(play.order(), "hold-out"), 3, 4);
        PlayedOrder asBefore = sells(drawn(play.order(), "hold-out"), 3, 3);
        found(anyway, article(30)).waitsAt("time-over");
        found(asBefore, article(30)).waitsAt("time-over");
        play.pass(TWO_WEEKS);
        anyway.endedAt("sold-more-anyway");
        asBefore.endedAt("sold-no-more-anyway");
        assertThat(anyway.jobs(JobType.COMMERCE_SET_PRICE)).isEmpty();
        assertThat(asBefore.jobs(JobType.COMMERCE_SET_PRICE)).isEmpty();
    }

    @Test
    void withoutAForecastItIsHeldAgainstWhatItSoldBefore() {
        PlayedOrder markdown = costing(2400);
        Map<String, @Nullable Object> nothing = new HashMap<>();
        nothing.put("expectedDemand", null);
        markdown.next(JobType.INTELLIGENCE_EXPECT_DEMAND, new Answer.Completes(nothing))
                .next(
                        JobType.ANALYTICS_ASK,
                        new Answer.Completes(Map.of("rows", List.of(Map.of("units", 5)), "more", false)));
        found(markdown, article(30));
        play.pass(TWO_WEEKS);
        markdown.endedAt("sold-more-marked-down");
    }

    @Test
    void theTableLeavesAloneWhatNeedsNoMarkdown() {
        PlayedOrder fresh = costing(2400);
        Map<String, @Nullable Object> article = article(30);
        article.put("lying", 20);
        found(fresh, article).endedAt("left-alone");
        assertThat(fresh.jobs(JobType.COMMERCE_SET_PRICE)).isEmpty();
    }

    @Test
    void nothingIsSoldBelowWhatItCostsOrAboveItsLowestPriceOrBesideAnotherPlan() {
        found(costing(1050), article(30)).endedAt("no-room");
        found(costs(play.order(), 2400, "2026-04-01T00:00:00Z"), article(30)).endedAt("no-room");
        PlayedOrder cheaperLately = play.order();
        Map<String, @Nullable Object> offer = Answer.costs(2400);
        offer.put("lowest", 1890);
        found(cheaperLately.next(JobType.COMMERCE_READ_PRICE, new Answer.Completes(offer)), article(30))
                .endedAt("no-room");

        PlayedOrder atCost = costing(1490);
        found(atCost, article(30)).waitsAt("time-over");
        assertThat(atCost.jobs(JobType.COMMERCE_SET_PRICE).getFirst().variables())
                .as("9.00 and a quarter of it for tax, and a tenth of the price as margin")
                .containsEntry("price", 1250);

        PlayedOrder costUnknown = costing(2400);
        Map<String, @Nullable Object> article = article(60);
        article.put("cost", null);
        found(costUnknown, article).person("approve-markdown", "approve").waitsAt("time-over");
        assertThat(costUnknown.jobs(JobType.COMMERCE_SET_PRICE).getFirst().variables())
                .containsEntry("price", 1680);
    }

    @Test
    void whatIsCheapIsNotRoundedFarBelowWhatTheTableSays() {
        PlayedOrder cheap = costing(950);
        Map<String, @Nullable Object> article = article(13);
        article.put("cost", 400);
        found(cheap, article).waitsAt("time-over");
        assertThat(cheap.jobs(JobType.COMMERCE_SET_PRICE).getFirst().variables())
                .as("a tenth off 9.50, not 7.90")
                .containsEntry("price", 855);
    }

    @Test
    void salesCountFromWhenThePriceHolds() {
        PlayedOrder late =
                sells(costing(2400), 7.5, 11).next(JobType.COMMERCE_SET_PRICE, new Answer.GivesUp("the shop is away"));
        PlayedOrder asUsual = sells(costing(2400), 7.5, 11);
        found(late, article(30));
        found(asUsual, article(30)).waitsAt("time-over");
        play.pass(Duration.ofDays(2));
        late.repaired().waitsAt("time-over");
        play.pass(TWO_WEEKS);
        late.endedAt("sold-more-marked-down");
        assertThat(Duration.between(since(asUsual), since(late))).isBetween(Duration.ofDays(2), Duration.ofDays(3));
    }

    private static LocalDateTime since(PlayedOrder markdown) {
        Map<?, ?> values = (Map<?, ?>) Objects.requireNonNull(
                markdown.jobs(JobType.ANALYTICS_ASK).getFirst().variables().get("values"));
        return LocalDateTime.parse(String.valueOf(values.get("since")).substring(0, 19));
    }

    @Test
    void aPersonAgreesWhereMuchIsGivenUp() {
        PlayedOrder agreed = costing(2400);
        found(agreed, article(52)).waitsAt("approve-markdown");
        costs(agreed, 2400, null).person("approve-markdown", "approve").waitsAt("time-over");
        assertThat(agreed.jobs(JobType.COMMERCE_SET_PRICE).getFirst().variables())
                .containsEntry("days", 21);

        PlayedOrder dear = costing(8000);
        found(dear, article(30)).waitsAt("approve-markdown").person("approve-markdown", "refuse");
        dear.endedAt("markdown-refused");
        assertThat(dear.jobs(JobType.COMMERCE_SET_PRICE)).isEmpty();

        PlayedOrder forgotten = found(costing(2400), article(52)).waitsAt("approve-markdown");
        play.pass(Duration.ofDays(3));
        forgotten.went("nobody-decides").endedAt("not-decided");
    }

    @Test
    void whatChangedWhileAPersonThoughtIsLeftAsItIs() {
        PlayedOrder changed = costing(2400);
        found(changed, article(52));
        costs(changed, 1990, null).person("approve-markdown", "approve").endedAt("price-changed");

        PlayedOrder planned = costing(2400);
        found(planned, article(52));
        costs(planned, 2400, "2026-04-01T00:00:00Z")
                .person("approve-markdown", "approve")
                .endedAt("price-changed");

        PlayedOrder gone = costing(2400);
        found(gone, article(52));
        gone.next(JobType.COMMERCE_READ_PRICE, ErrorCode.ARTICLE_UNKNOWN)
                .person("approve-markdown", "approve")
                .went("gone-meanwhile")
                .endedAt("article-gone-meanwhile");
        assertThat(gone.jobs(JobType.COMMERCE_SET_PRICE)).isEmpty();
    }

    @Test
    void whatTheShopRefusesEndsWithItsReason() {
        PlayedOrder gone = play.order().next(JobType.COMMERCE_READ_PRICE, ErrorCode.ARTICLE_UNKNOWN);
        found(gone, article(30)).went("article-unknown").endedAt("article-gone");
        PlayedOrder refused = costing(2400).next(JobType.COMMERCE_SET_PRICE, ErrorCode.PRICE_REFUSED);
        found(refused, article(30)).went("price-refused").endedAt("planned-otherwise");
    }

    @Test
    void aDryRunEndsOnPaperAndBothersNobody() {
        PlayedOrder markdown = costing(2400);
        Map<String, Object> dry = event(markdown, article(52));
        dry.put("dryRun", true);
        markdown.hears(Message.SLOW_SELLER_FOUND, dry)
                .neverWent("approve-markdown")
                .endedAt("markdown-on-paper");
    }

    @Test
    void aScheduleLooksForSlowSellers() {
        PlayedOrder look = play.order();
        look.hears(
                Message.SLOW_SELLER_CHECK_DUE,
                Map.of("schedule", Map.of("id", "slow-seller-markdown", "byHand", false)));
        look.endedAt("slow-sellers-told");
        assertThat(look.jobs(JobType.INTELLIGENCE_LOOK_FOR_SLOW_SELLERS))
                .singleElement()
                .satisfies(job ->
                        assertThat(job.variables()).containsEntry("weeks", 12).containsEntry("most", 20));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasTaken() {
        ModelCoverage.of("prices/slow-seller-markdown.bpmn", play.log()).assertComplete();
    }
}
