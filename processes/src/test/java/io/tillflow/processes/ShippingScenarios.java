package io.tillflow.processes;

import static io.tillflow.processes.OrderState.AWAITING_PAYMENT;
import static io.tillflow.processes.OrderState.CANCELLED;
import static io.tillflow.processes.OrderState.DELIVERED;
import static io.tillflow.processes.OrderState.PAID;
import static io.tillflow.processes.OrderState.PREPARING;
import static io.tillflow.processes.OrderState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

abstract class ShippingScenarios {
    abstract PlayedOrder order();

    private PlayedOrder paid() {
        return order().placed();
    }

    private static PlayedOrder authorised(PlayedOrder order) {
        return order.hears(Message.PAYMENT_AUTHORISED);
    }

    private PlayedOrder shipped() {
        return authorised(paid()).waitsAt("await-delivery");
    }

    private PlayedOrder uncaptured() {
        PlayedOrder order = paid().next(JobType.PAYMENTS_CAPTURE, ErrorCode.CAPTURE_FAILED);
        order.next(JobType.PAYMENTS_CAPTURE, ErrorCode.CAPTURE_FAILED);
        order.next(JobType.PAYMENTS_CAPTURE, ErrorCode.CAPTURE_FAILED);
        order.next(JobType.PAYMENTS_CAPTURE, ErrorCode.CAPTURE_FAILED);
        return authorised(order).passes("PT6H").passes("PT6H").passes("PT6H").waitsAt("collect-payment");
    }

    @Test
    void carrierFollowsTheDecision() {
        PlayedOrder order =
                authorised(order().with("country", "FR").with("express", true).placed());
        assertThat(order.jobs(JobType.SHIPPING_CREATE_SHIPMENT).getFirst().variables())
                .containsEntry("carrier", "UPS")
                .containsEntry("service", "express");
        assertThat(order.lastUpdate())
                .containsEntry("state", SHIPPED.name())
                .containsEntry("carrier", "UPS")
                .containsEntry("trackingNumber", "TN1")
                .containsEntry("trackingUrl", "/track/TN1");
    }

    @Test
    void cancellationThatWinsTheRaceForTheLockStopsTheParcel() {
        authorised(paid().next(JobType.COMMERCE_LOCK_FOR_SHIPPING, ErrorCode.ORDER_CANCELLED))
                .went("lock-for-shipping", "cancelled-before-lock")
                .cancelledBecause(CancellationReason.SHOPPER)
                .neverWent("create-shipment");
    }

    @Test
    void orderToAnUndeliverableAddressIsCancelled() {
        authorised(paid().next(JobType.SHIPPING_CREATE_SHIPMENT, ErrorCode.ADDRESS_UNDELIVERABLE))
                .went("address-undeliverable")
                .cancelledBecause(CancellationReason.ADDRESS_UNDELIVERABLE)
                .told(AWAITING_PAYMENT, PAID, PREPARING, CANCELLED);
    }

    @Test
    void cancellationAfterShippingChangesNothing() {
        shipped().cancelled().waitsAt("await-delivery");
    }

    @Test
    void captureIsTriedAgainLater() {
        PlayedOrder order = authorised(paid().next(JobType.PAYMENTS_CAPTURE, ErrorCode.CAPTURE_FAILED))
                .waitsAt("capture-retry-due")
                .passes("PT6H")
                .went("capture-failed", "capture-again", "capture-retry-due", "capture-payment")
                .waitsAt("await-delivery");
        assertThat(order.effectKeys("capture-payment"))
                .containsExactly(order.id() + "/capture-payment/1", order.id() + "/capture-payment/2");
    }

    @Test
    void personSettlesWhatCannotBeCaptured() {
        uncaptured().person("collect-payment", "settled").waitsAt("await-delivery");
    }

    @Test
    void personHasTheCaptureTriedAgain() {
        PlayedOrder order = uncaptured().person("collect-payment", "retry").waitsAt("await-delivery");
        assertThat(order.effectKeys("capture-payment")).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void staffCaptureByHandAndTheTaskIsGone() {
        uncaptured()
                .hears(Message.PAYMENT_CAPTURED_BY_HAND)
                .went("captured-by-hand")
                .waitsAt("await-delivery")
                .neverWent("payment-collected");
    }

    @Test
    void staffShipByHandFromWhereverTheOrderWaits() {
        PlayedOrder order = paid().hears(Message.ORDER_SHIPPED_BY_HAND)
                .went("shipped-by-hand", "decide-limits", "capture-payment")
                .waitsAt("await-delivery")
                .neverWent("show-order-shipped");
        assertThat(order.effectKeys("capture-payment")).containsExactly(order.id() + "/capture-payment/1");
    }

    @Test
    void staffShippedBeforeTheAutomationHeardOfTheOrder() {
        order().hears(Message.ORDER_SHIPPED_BY_HAND).placed().waitsAt("await-delivery");
    }

    @Test
    void expiredAuthorisationGoesToAPersonAtOnce() {
        authorised(paid().next(JobType.PAYMENTS_CAPTURE, ErrorCode.AUTHORISATION_EXPIRED))
                .went("authorisation-expired", "collection-due")
                .waitsAt("collect-payment")
                .person("collect-payment", "written-off")
                .waitsAt("await-delivery");
    }

    @Test
    void parcelDeliveredBeforeTheMoneyIsCapturedIsNotForgotten() {
        authorised(paid().next(JobType.PAYMENTS_CAPTURE, ErrorCode.CAPTURE_FAILED))
                .delivered()
                .waitsAt("capture-retry-due")
                .passes("PT6H")
                .waitsAt("follow-up-due");
    }

    @Test
    void lostParcelIsRefunded() {
        PlayedOrder order = shipped()
                .hears(Message.SHIPMENT_LOST, Map.of("shipment", Map.of("id", "shipment-1")))
                .waitsAt("resolve-delivery")
                .person("resolve-delivery", "refund")
                .went("shipment-lost", "refund-payment", "show-order-refunded", "send-refund")
                .endedAt("order-refunded")
                .mailed(EmailTemplate.ORDER_CONFIRMATION, EmailTemplate.ORDER_REFUNDED);
        assertThat(order.lastUpdate()).containsEntry("reason", CancellationReason.LOST);
    }

    @Test
    void personLooksWhenTheDeliveryLimitPasses() {
        shipped()
                .passes("P10D")
                .went("delivery-overdue")
                .person("resolve-delivery", "delivered")
                .waitsAt("follow-up-due")
                .told(AWAITING_PAYMENT, PAID, PREPARING, SHIPPED, DELIVERED);
    }

    @Test
    void personMayWaitOn() {
        shipped()
                .passes("P10D")
                .person("resolve-delivery", "wait")
                .waitsAt("await-delivery")
                .delivered()
                .waitsAt("follow-up-due");
    }
}
