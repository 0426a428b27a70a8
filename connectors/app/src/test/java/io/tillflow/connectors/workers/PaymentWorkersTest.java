package io.tillflow.connectors.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.commerce.NotOffered;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentStatus;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.payments.RefundResult;
import io.tillflow.connectors.payments.VoidResult;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.processes.CreatePaymentLink;
import io.tillflow.processes.RefundPayment;
import io.tillflow.processes.VoidPayment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the money's workers refuse before they begin. */
class PaymentWorkersTest {
    private final PaymentWorkers workers =
            new PaymentWorkers(Ports.of(Payments.class, Map.of()), Ports.of(Shop.class, Map.of()));

    @Test
    void aConnectedShopIsNotAskedForThePaymentOfItsOrders() {
        PaymentWorkers asking = new PaymentWorkers(
                Ports.of(
                        Payments.class,
                        Map.of(
                                "voidAuthorisation",
                                new VoidResult.Voided(),
                                "refund",
                                new RefundResult.Refunded("re_1", new Money(16_490, "EUR")))),
                Ports.of(Shop.class, Map.of()));
        asking.voidPayment(new VoidPayment("shopify-5512", "pay_1", "shopify-5512/void-payment/1"));
        assertThat(asking.refund(new RefundPayment("shopify-5512", "pay_1", "shopify-5512/refund-payment/1"))
                        .refunded())
                .isEqualTo(16_490);
    }

    /** It was paid anew between the look at it and the link: looked at again, and nobody pays with what was opened in vain. */
    @Test
    void aLinkThatComesTooLateIsTriedAgainAndItsPaymentLetGo() {
        List<Object> let = new ArrayList<>();
        Payment opened = new Payment(
                "pay_3",
                "7f3",
                new Money(11_200, "EUR"),
                PaymentStatus.OPEN,
                null,
                "https://pay.example/pay_3",
                "/orders/1",
                null);
        Payments bank = Ports.of(Payments.class, (method, arguments) -> switch (method) {
            case "open" -> opened;
            case "voidAuthorisation" -> {
                let.add(arguments[0]);
                yield new VoidResult.Voided();
            }
            default -> throw new AssertionError("expected nobody to call " + method);
        });
        PaymentWorkers late = new PaymentWorkers(
                bank,
                Ports.of(Shop.class, Map.of("facts", SomeOrder.paidWith("7f3", "pay_1", false), "linkPayment", false)));
        CreatePaymentLink job = new CreatePaymentLink("7f3", "pay_1", 11_200, "EUR", "7f3/create-payment-link/2");
        assertThatThrownBy(() -> late.createLink(job))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("paid anew meanwhile");
        assertThat(let).containsExactly("pay_3");
    }

    @Test
    void noPaymentIsOpenedForAnOrderOfAConnectedShop() {
        CreatePaymentLink job =
                new CreatePaymentLink("shopify-5512", null, 16_490, "EUR", "shopify-5512/create-payment-link/1");
        assertThatThrownBy(() -> workers.createLink(job))
                .isInstanceOf(NotOffered.class)
                .hasMessageContaining("take our payment for order shopify-5512");
    }
}
