package io.tillflow.processes;

import static io.tillflow.processes.OrderState.AWAITING_PAYMENT;
import static io.tillflow.processes.OrderState.CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

abstract class PaymentScenarios {
    abstract PlayedOrder order();

    @Test
    void orderWithoutPaymentGetsALink() {
        PlayedOrder order = order().withoutPayment()
                .placed()
                .went("payment-open", "create-payment-link", "send-payment-link", "payment-awaited")
                .waitsAt("await-payment")
                .mailed(EmailTemplate.PAYMENT_LINK)
                .hears(Message.PAYMENT_AUTHORISED)
                .waitsAt("await-delivery");
        assertThat(order.jobs(JobType.PAYMENTS_CREATE_LINK).getFirst().text("formerPaymentId"))
                .isEqualTo("null");
        assertThat(order.jobs(JobType.PAYMENTS_CAPTURE).getFirst().text("paymentId"))
                .isEqualTo("payment-2");
    }

    @Test
    void declinedPaymentIsOfferedAgain() {
        PlayedOrder order = order().placed()
                .paymentIs(PaymentStatus.DECLINED)
                .hears(Message.PAYMENT_DECLINED)
                .went("payment-declined", "verify-payment", "payment-to-follow", "payment-due", "send-payment-link")
                .waitsAt("await-payment")
                .told(AWAITING_PAYMENT, AWAITING_PAYMENT)
                .hears(Message.PAYMENT_AUTHORISED)
                .waitsAt("await-delivery");
        assertThat(order.jobs(JobType.PAYMENTS_CREATE_LINK).getFirst().text("formerPaymentId"))
                .isEqualTo("payment-1");
        assertThat(order.jobs(JobType.COMMERCE_UPDATE_ORDER).get(1).text("reason"))
                .isEqualTo("insufficient funds");
        assertThat(order.effectKeys("show-awaiting-payment")).doesNotHaveDuplicates();
    }

    @Test
    void paymentsAreOfferedThreeTimesAtMost() {
        PlayedOrder order = order().placed();
        for (int attempt = 0; attempt < 3; attempt++) {
            order.paymentIs(PaymentStatus.DECLINED).hears(Message.PAYMENT_DECLINED);
        }
        order.went("payment-missing", "order-unpaid").cancelledBecause(CancellationReason.PAYMENT_MISSING);
        assertThat(order.effectKeys("create-payment-link"))
                .containsExactly(order.id() + "/create-payment-link/2", order.id() + "/create-payment-link/3");
    }

    @Test
    void expiredPaymentIsOfferedAgain() {
        order().placed()
                .paymentIs(PaymentStatus.EXPIRED)
                .hears(Message.PAYMENT_EXPIRED)
                .went("payment-expired", "create-payment-link")
                .waitsAt("await-payment");
    }

    @Test
    void webhookIsNotBelieved() {
        order().placed()
                .paymentIs(PaymentStatus.OPEN)
                .hears(Message.PAYMENT_AUTHORISED)
                .went("verify-payment", "payment-is-authorised", "payment-to-follow", "payment-awaited")
                .waitsAt("await-payment")
                .neverWent("show-order-paid");
    }

    @Test
    void orderIsCancelledWhenThePaymentLimitPasses() {
        order().placed()
                .passes("PT47H")
                .waitsAt("await-payment")
                .paymentIs(PaymentStatus.OPEN)
                .passes("PT1H")
                .went("payment-overdue", "verify-payment", "payment-missing")
                .cancelledBecause(CancellationReason.PAYMENT_MISSING)
                .told(AWAITING_PAYMENT, CANCELLED);
    }

    @Test
    void falseAlarmDoesNotProlongThePaymentLimit() {
        order().placed()
                .passes("PT24H")
                .paymentIs(PaymentStatus.OPEN)
                .hears(Message.PAYMENT_DECLINED)
                .waitsAt("await-payment")
                .paymentIs(PaymentStatus.OPEN)
                .passes("PT24H")
                .cancelledBecause(CancellationReason.PAYMENT_MISSING);
    }

    @Test
    void lostWebhookDoesNotCostTheOrder() {
        order().placed()
                .passes("P2D")
                .went("payment-overdue", "verify-payment", "show-order-paid")
                .waitsAt("await-delivery");
    }

    @Test
    void newLinkHasALimitOfItsOwn() {
        order().placed()
                .passes("PT36H")
                .paymentIs(PaymentStatus.DECLINED)
                .hears(Message.PAYMENT_DECLINED)
                .passes("PT36H")
                .waitsAt("await-payment");
    }

    @Test
    void shopperCancelsBeforePaying() {
        order().placed().cancelled().cancelledBecause("changed my mind").told(AWAITING_PAYMENT, CANCELLED);
    }

    @Test
    void providerTroubleIsAnIncidentAndGoesOnAfterRepair() {
        PlayedOrder order = order().placed()
                .next(JobType.PAYMENTS_VERIFY, new Answer.GivesUp("no answer"))
                .hears(Message.PAYMENT_AUTHORISED)
                .waitsAt("verify-payment");
        assertThat(order.trace().incidents()).containsExactly("verify-payment: no answer");
        order.repaired().waitsAt("await-delivery");
    }

    @Test
    void shopperCancelsWhileTheProviderIsDown() {
        order().placed()
                .next(JobType.PAYMENTS_VERIFY, new Answer.GivesUp("no answer"))
                .hears(Message.PAYMENT_AUTHORISED)
                .cancelled()
                .cancelledBecause("changed my mind");
    }
}
