package io.tillflow.connectors.payments;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.provider.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentRequestTest {
    private static final Money PRICE = new Money(1, "EUR");

    @Test
    void sendsAShopperBackIntoTheShop() {
        assertThatCode(() -> new PaymentRequest("7f3", PRICE, "/orders/7f3?token=t"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "orders/7f3", "/a b", ""})
    void neverSendsAShopperElsewhere(String returnUrl) {
        assertThatThrownBy(() -> new PaymentRequest("7f3", PRICE, returnUrl))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
