package io.tillflow.connectors.workers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.commerce.NotOffered;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.processes.CreatePaymentLink;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the money's workers refuse before they begin. */
class PaymentWorkersTest {
    private final PaymentWorkers workers =
            new PaymentWorkers(Ports.of(Payments.class, Map.of()), Ports.of(Shop.class, Map.of()));

    @Test
    void noPaymentIsOpenedForAnOrderOfAConnectedShop() {
        CreatePaymentLink job =
                new CreatePaymentLink("shopify-5512", null, 16_490, "EUR", "shopify-5512/create-payment-link/1");
        assertThatThrownBy(() -> workers.createLink(job))
                .isInstanceOf(NotOffered.class)
                .hasMessageContaining("take our payment for order shopify-5512");
    }
}
