package io.tillflow.processes;

import static io.tillflow.processes.OrderState.AWAITING_PAYMENT;
import static io.tillflow.processes.OrderState.COMPLETED;
import static io.tillflow.processes.OrderState.DELIVERED;
import static io.tillflow.processes.OrderState.PAID;
import static io.tillflow.processes.OrderState.PREPARING;
import static io.tillflow.processes.OrderState.SHIPPED;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OrderFulfilmentTest {
    private static final Play PLAY = new Play();

    @AfterAll
    static void stop() {
        PLAY.close();
    }

    @Test
    void paidOrderIsShippedCapturedDeliveredAndFollowedUp() {
        PLAY.order()
                .placed()
                .waitsAt("await-payment")
                .hears(Message.PAYMENT_AUTHORISED)
                .waitsAt("await-delivery")
                .hears(Message.SHIPMENT_DELIVERED, Map.of("shipment", Map.of("id", "shipment-1")))
                .waitsAt("follow-up-due")
                .passes("P7D")
                .endedAt("order-completed")
                .told(AWAITING_PAYMENT, PAID, PREPARING, SHIPPED, DELIVERED, COMPLETED)
                .mailed(EmailTemplate.ORDER_CONFIRMATION, EmailTemplate.FOLLOW_UP);
    }
}
