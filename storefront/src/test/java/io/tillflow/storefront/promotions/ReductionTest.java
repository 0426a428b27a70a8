package io.tillflow.storefront.promotions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.storefront.promotions.Basket.Thing;
import io.tillflow.storefront.promotions.Eligibility.Facts;
import io.tillflow.storefront.promotions.Promotion.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReductionTest {
    private static final Basket BASKET = new Basket(
            List.of(new Thing("candles", 3, 1000), new Thing("candles", 2, 500), new Thing("wool", 1, 9000)));

    private static Promotion promotion(Kind kind, long value, int buys, int gets, @Nullable String category) {
        return new Promotion(
                "p", null, "P", null, kind, value, buys, gets, category, 0, true, Instant.EPOCH, null, null, null);
    }

    private static long off(Promotion promotion) {
        return Reduction.of(promotion, BASKET, BASKET.total(), Reduction.LEAST_TO_PAY);
    }

    @Test
    void takesOffWhatItSays() {
        assertThat(off(promotion(Kind.PERCENT, 10, 0, 0, null))).isEqualTo(1300);
        assertThat(off(promotion(Kind.PERCENT, 10, 0, 0, "wool"))).isEqualTo(900);
        assertThat(off(promotion(Kind.AMOUNT, 700, 0, 0, null))).isEqualTo(700);
        assertThat(off(promotion(Kind.AMOUNT, 7000, 0, 0, "candles"))).isEqualTo(4000);
        assertThat(off(promotion(Kind.FREE_DELIVERY, 0, 0, 0, null))).isZero();
    }

    @Test
    void theCheapestOfEachGroupIsFree() {
        assertThat(off(promotion(Kind.BUY_X_GET_Y, 0, 2, 1, "candles"))).isEqualTo(1000);
        assertThat(off(promotion(Kind.BUY_X_GET_Y, 0, 1, 1, "candles"))).isEqualTo(1500);
        assertThat(off(promotion(Kind.BUY_X_GET_Y, 0, 5, 1, "candles"))).isZero();
    }

    @Test
    void somethingIsAlwaysLeftToPay() {
        assertThat(off(promotion(Kind.AMOUNT, 1_000_000, 0, 0, null))).isEqualTo(BASKET.total() - 100);
        assertThatThrownBy(() -> promotion(Kind.PERCENT, 101, 0, 0, null)).hasMessageContaining("from 1 to 100");
    }

    @Test
    void everyRowOfTheTableHasItsCase() {
        Eligibility table = new Eligibility();
        assertThat(table.outcome(Facts.UNKNOWN)).isEqualTo("unknown");
        assertThat(table.outcome(new Facts(true, "not-yet", 1, 1, 0, true))).isEqualTo("not-yet");
        assertThat(table.outcome(new Facts(true, "ended", 1, 1, 0, true))).isEqualTo("ended");
        assertThat(table.outcome(new Facts(true, "running", 0, 1, 0, true))).isEqualTo("used-up");
        assertThat(table.outcome(new Facts(true, "running", 1, 0, 0, true))).isEqualTo("nothing-fits");
        assertThat(table.outcome(new Facts(true, "running", 1, 1, 1, true))).isEqualTo("too-little");
        assertThat(table.outcome(new Facts(true, "running", 1, 1, 0, false))).isEqualTo("does-not-combine");
        assertThat(table.outcome(new Facts(true, "running", Integer.MAX_VALUE, 1, -5, true)))
                .isEqualTo("granted");
    }
}
