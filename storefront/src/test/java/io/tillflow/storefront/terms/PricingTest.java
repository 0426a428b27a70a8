package io.tillflow.storefront.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PricingTest {
    @Test
    void deliveryIsFreeFromSixtyEuros() {
        assertThat(Pricing.deliveryPrice(5999, Country.DE, Delivery.STANDARD, List.of(), DeliveryTerms.usual()))
                .isEqualTo(490);
        assertThat(Pricing.deliveryPrice(6000, Country.DE, Delivery.STANDARD, List.of(), DeliveryTerms.usual()))
                .isZero();
    }

    @Test
    void expressCostsItsSurchargeAlsoWhenDeliveryIsFree() {
        assertThat(Pricing.deliveryPrice(6000, Country.DE, Delivery.EXPRESS, List.of(), DeliveryTerms.usual()))
                .isEqualTo(700);
        assertThat(Pricing.deliveryPrice(100, Country.SE, Delivery.EXPRESS, List.of(), DeliveryTerms.usual()))
                .isEqualTo(890 + 700);
    }

    @Test
    void taxIsInsideTheTotalAndRoundedHalfUp() {
        assertThat(Pricing.taxIn(11900, Country.DE)).isEqualTo(1900);
        assertThat(Pricing.taxIn(11200, Country.DE)).isEqualTo(1788);
        for (Country country : Country.values()) {
            for (long gross = 1; gross < 3000; gross += 7) {
                double exact = gross * country.taxPercent() / (100.0 + country.taxPercent());
                assertThat(Pricing.taxIn(gross, country)).isEqualTo((long) Math.floor(exact + 0.5));
            }
        }
    }

    @Test
    void sumsUpQuantitiesAndWeights() {
        Totals totals = Pricing.totals(
                List.of(new Pricing.Line(2, 1800, 380), new Pricing.Line(1, 6400, 1900)),
                Country.DE,
                Delivery.STANDARD,
                List.of(),
                DeliveryTerms.usual());
        assertThat(totals).isEqualTo(new Totals(3, 2660, 10000, List.of(), 0, 1597, 19, 10000));
    }

    @Test
    void discountsShrinkWithTheThingsAndNeverGrow() {
        Discount ten = new Discount("ten", "Ten off", 1000, false);
        Totals before = new Totals(2, 760, 5000, List.of(ten), 490, 717, 19, 4490);
        Totals half = Pricing.changed(before, List.of(new Pricing.Line(1, 2500, 380)), List.of());
        assertThat(half.total()).isEqualTo(2500 - 500 + 490);
        Totals thrice = Pricing.changed(
                before, List.of(new Pricing.Line(2, 2500, 380)), List.of(new Pricing.Line(4, 2500, 380)));
        assertThat(thrice.items()).isEqualTo(6);
        assertThat(thrice.discounts()).containsExactly(ten);
        assertThat(thrice.total()).isEqualTo(15_000 - 1000 + 490);
        assertThat(thrice.tax()).isEqualTo(Pricing.taxIn(14_490, Country.DE));
    }

    @Test
    void whatComesInCostsItsFullPriceAndTakesNoDiscountOver() {
        Discount half = new Discount("half", "Half off", 5000, false);
        Totals before = new Totals(1, 380, 10_000, List.of(half), 0, 798, 19, 5000);
        Totals other = Pricing.changed(before, List.of(), List.of(new Pricing.Line(1, 20_000, 400)));
        assertThat(other.total()).isEqualTo(20_000);
        assertThat(other.discounts().getFirst().amount()).isZero();
        assertThat(other.weightGrams()).isEqualTo(400);
    }

    @Test
    void discountsLowerWhatIsPaidAndItsTaxAndNeverMakeDeliveryDearer() {
        Discount ten = new Discount("ten", "Ten off", 1000, false);
        Totals totals = Pricing.totals(
                List.of(new Pricing.Line(1, 6400, 1900)),
                Country.DE,
                Delivery.STANDARD,
                List.of(ten),
                DeliveryTerms.usual());
        assertThat(totals.total()).isEqualTo(5400);
        assertThat(totals.deliveryPrice()).isZero();
        assertThat(totals.tax()).isEqualTo(862);
        Discount posted = new Discount("post", "Posted free", 0, true);
        assertThat(Pricing.deliveryPrice(100, Country.SE, Delivery.STANDARD, List.of(posted), DeliveryTerms.usual()))
                .isZero();
        assertThat(Pricing.deliveryPrice(100, Country.SE, Delivery.EXPRESS, List.of(posted), DeliveryTerms.usual()))
                .isEqualTo(700);
    }
}
