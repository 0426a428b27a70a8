package io.tillflow.storefront.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.language.Language;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void readsLikeAPriceTag() {
        assertThat(Money.text(6400)).isEqualTo("€64.00");
        assertThat(Money.text(5)).isEqualTo("€0.05");
        assertThat(Money.text(123456789)).isEqualTo("€1,234,567.89");
        assertThat(Money.text(-490)).isEqualTo("−€4.90");
    }

    @Test
    void namesOtherCurrenciesByTheirCode() {
        assertThat(Money.text(73900, "SEK")).isEqualTo("739.00\u00a0SEK");
        assertThat(Money.text(10240, "JPY")).isEqualTo("10,240\u00a0JPY");
        assertThat(Money.plain(10240, "JPY")).isEqualTo("10240");
        assertThat(Money.in("SEK", () -> Money.text(-5900) + " " + Money.brief(30000)))
                .isEqualTo("−59.00\u00a0SEK 300\u00a0SEK");
        assertThat(Money.in("SEK", () -> Language.DE.speaking(() -> Money.text(123400))))
                .isEqualTo("1.234,00\u00a0SEK");
        assertThat(Language.DE.speaking(() -> Money.in("SEK", () -> Money.brief(30000))))
                .isEqualTo("300\u00a0SEK");
        assertThat(Money.currency()).isEqualTo("EUR");
        assertThat(Money.brief(2500)).isEqualTo("€25");
        assertThat(Money.brief(2550)).isEqualTo("€25.50");
    }
}
