package io.tillflow.studio.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tillflow.studio.costs.CostRate.Kind;
import io.tillflow.studio.costs.Usage.Step;
import io.tillflow.studio.costs.Usage.Use;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostsTest {

    private static final CostRate CAPTURE = rate(Kind.CALL, "capture", "0.25");
    private static final CostRate RISK = rate(Kind.WORK, "risk", "40");
    private static final CostRate EVERYBODY = rate(Kind.WORK, "", "20");

    private static final Step PAY = new Step("pay", 3, List.of(calls("capture", 6)));
    private static final Step REVIEW = new Step("review", 2, List.of(tasks(List.of("risk"), 2, 2, "0.75")));

    @Test
    void aCallAndAnHourCostWhatIsSet() {
        Costs costs = of(List.of(CAPTURE, RISK), PAY, REVIEW);
        assertThat(costs.complete()).isTrue();
        assertThat(costs.total()).isEqualByComparingTo("31.5");
        assertThat(costs.perInstance()).isEqualByComparingTo("7.875");
        StepCost pay = costs.step("pay").orElseThrow();
        assertThat(pay.total()).isEqualByComparingTo("1.5");
        assertThat(pay.perInstance()).isEqualByComparingTo("0.5");
        assertThat(pay.share()).isEqualByComparingTo("0.0476");
    }

    @Test
    void whatHasNoPriceIsNotFree() {
        Costs costs = of(List.of(RISK), PAY, REVIEW);
        StepCost pay = costs.step("pay").orElseThrow();
        assertThat(pay.total()).isNull();
        assertThat(pay.unpriced()).containsExactly(new CostRate(Kind.CALL, "capture", null));
        assertThat(costs.complete()).isFalse();
        assertThat(costs.total()).isEqualByComparingTo("30");
        assertThat(of(List.of(), PAY).perInstance()).isNull();
        assertThat(of(List.of(rate(Kind.CALL, "capture", "0")), PAY).total()).isZero();
    }

    @Test
    void timeThatNobodyKnowsIsNotGuessed() {
        Step untaken = new Step("review", 3, List.of(tasks(List.of("risk"), 3, 0, "0")));
        StepCost review = of(List.of(RISK), untaken).step("review").orElseThrow();
        assertThat(review.total()).isNull();
        assertThat(review.tasks() - review.timed()).isEqualTo(3);
        Step partly = new Step("review", 3, List.of(tasks(List.of("risk"), 3, 1, "0.5")));
        Costs costs = of(List.of(RISK), partly);
        assertThat(costs.total()).isEqualByComparingTo("20");
        assertThat(costs.complete()).isFalse();
    }

    @Test
    void theFirstGroupWithAPriceCountsAndElseEverybodys() {
        Step two = new Step("review", 1, List.of(tasks(List.of("office", "risk"), 1, 1, "1")));
        assertThat(of(List.of(RISK, EVERYBODY), two).total()).isEqualByComparingTo("40");
        assertThat(of(List.of(EVERYBODY), two).total()).isEqualByComparingTo("20");
    }

    @Test
    void whatWasAskedForInVainCostsNothing() {
        Step cancelled = new Step("pay", 1, List.of(calls("capture", 0)));
        Costs costs = of(List.of(), cancelled);
        assertThat(costs.total()).isZero();
        assertThat(costs.complete()).isTrue();
        assertThat(costs.step("pay").orElseThrow().share()).isNull();
    }

    @Test
    void refusesPricesThatCannotBe() {
        for (CostRate wrong : List.of(
                rate(Kind.CALL, "capture", "-0.01"),
                rate(Kind.CALL, "capture", "0.0000001"),
                rate(Kind.CALL, "capture", "1000000.01"),
                rate(Kind.CALL, " ", "1"),
                rate(Kind.CALL, CostRate.USER_TASK, "1"),
                rate(Kind.WORK, "g".repeat(201), "1"))) {
            assertThatIllegalArgumentException().as(wrong.toString()).isThrownBy(wrong::check);
        }
        rate(Kind.CALL, "capture", "0.0035").check();
    }

    private static Costs of(List<CostRate> rates, Step... steps) {
        return Costs.of(new Usage(7, 4, List.of(steps)), new Prices("EUR", rates));
    }

    private static CostRate rate(Kind kind, String type, String price) {
        return new CostRate(kind, type, new BigDecimal(price));
    }

    private static Use calls(String type, long calls) {
        return new Use(Kind.CALL, List.of(type), calls, 0, BigDecimal.ZERO);
    }

    private static Use tasks(List<String> groups, long tasks, long timed, String hours) {
        return new Use(Kind.WORK, groups, tasks, timed, new BigDecimal(hours));
    }
}
