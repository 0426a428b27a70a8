package io.tillflow.storefront.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class OtherCurrencyTest {
    @Test
    void takesTheNearestPriceWithItsEnding() {
        assertThat(of("SEK", "11.5", Ending.NINE).of(6400)).isEqualTo(739_00);
        assertThat(of("SEK", "11.5", Ending.NINE).of(490)).isEqualTo(59_00);
        assertThat(of("USD", "1.1", Ending.NINETY_FIVE).of(6400)).isEqualTo(69_95);
        assertThat(of("USD", "1.1", Ending.NINETY_NINE).of(6400)).isEqualTo(69_99);
        assertThat(of("CHF", "0.95", Ending.FIVE_CENTS).of(6400)).isEqualTo(60_80);
        assertThat(of("CHF", "0.953", Ending.FIVE_CENTS).of(6400)).isEqualTo(61_00);
        assertThat(of("GBP", "0.85", Ending.EXACT).of(333)).isEqualTo(283);
        assertThat(of("PLN", "4.3", Ending.WHOLE).of(1000)).isEqualTo(43_00);
    }

    @Test
    void nothingStaysNothingAndSomethingNeverBecomesNothing() {
        assertThat(of("SEK", "11.5", Ending.NINE).of(0)).isZero();
        assertThat(of("SEK", "11.5", Ending.NINE).of(1)).isEqualTo(9_00);
        assertThat(of("SEK", "11.5", Ending.WHOLE).of(1)).isEqualTo(1_00);
        assertThat(of("GBP", "0.001", Ending.EXACT).of(1)).isEqualTo(1);
    }

    @Test
    void knowsMinorUnits() {
        assertThat(of("SEK", "11.5", Ending.NINE)
                        .inBase()
                        .multiply(BigDecimal.valueOf(739_00))
                        .intValue())
                .isEqualTo(6426);
    }

    @Test
    void refusesWhatIsNoFurtherCurrency() {
        assertThatThrownBy(() -> of("EUR", "1", Ending.EXACT)).hasMessageContaining("beside EUR");
        assertThatThrownBy(() -> of("XXY", "1", Ending.EXACT)).hasMessageContaining("no currency");
        assertThatThrownBy(() -> of("XAU", "1", Ending.EXACT)).hasMessageContaining("no currency");
        assertThatThrownBy(() -> of("JPY", "160", Ending.WHOLE))
                .hasMessageContaining("two decimals can be sold in, but JPY has 0");
        assertThatThrownBy(() -> of("ISK", "140", Ending.WHOLE)).hasMessageContaining("but ISK has 0");
        assertThatThrownBy(() -> of("KWD", "0.33", Ending.EXACT)).hasMessageContaining("but KWD has 3");
        assertThatThrownBy(() -> of("SEK", "0", Ending.EXACT)).hasMessageContaining("A rate is from");
        assertThatThrownBy(() -> of("SEK", "-11", Ending.EXACT)).hasMessageContaining("A rate is from");
        assertThatThrownBy(() -> of("SEK", "11.1234567", Ending.EXACT)).hasMessageContaining("six decimals");
    }

    private static OtherCurrency of(String code, String rate, Ending ending) {
        return new OtherCurrency(code, new BigDecimal(rate), ending, true);
    }
}
