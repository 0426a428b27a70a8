package io.tillflow.storefront.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void readsLikeAPriceTag() {
        assertThat(Money.text(6400)).isEqualTo("€64.00");
        assertThat(Money.text(5)).isEqualTo("€0.05");
        assertThat(Money.text(123456789)).isEqualTo("€1,234,567.89");
        assertThat(Money.text(-490)).isEqualTo("−€4.90");
    }
}
