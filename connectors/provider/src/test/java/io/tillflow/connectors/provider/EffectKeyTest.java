package io.tillflow.connectors.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectKeyTest {
    @Test
    void namesOrderStepAndAttempt() {
        assertThat(new EffectKey("7f3/capture-payment/1")).hasToString("7f3/capture-payment/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7f3",
                "7f3/capture-payment",
                "7f3/capture-payment/0",
                "7f3/capture-payment/null",
                "/a/1",
                "a b/c/1"
            })
    void refusesAKeyThatLacksAPart(String key) {
        assertThatThrownBy(() -> new EffectKey(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moneyReadsAsAShopperReadsIt() {
        assertThat(new Money(112_345, "EUR").text()).isEqualTo("€1,123.45");
        assertThat(new Money(5, "EUR").text()).isEqualTo("€0.05");
        assertThat(new Money(1500, "JPY").text()).isEqualTo("1,500 JPY");
        assertThatThrownBy(() -> new Money(-1, "EUR")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(1, "EURO")).isInstanceOf(IllegalArgumentException.class);
    }
}
