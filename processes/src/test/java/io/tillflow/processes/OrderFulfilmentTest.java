package io.tillflow.processes;

import static io.tillflow.processes.OrderState.AWAITING_PAYMENT;
import static io.tillflow.processes.OrderState.COMPLETED;
import static io.tillflow.processes.OrderState.DELIVERED;
import static io.tillflow.processes.OrderState.PAID;
import static io.tillflow.processes.OrderState.PREPARING;
import static io.tillflow.processes.OrderState.SHIPPED;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;

/** Every way an order can go; the last class fails for each element and flow that no scenario took. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class OrderFulfilmentTest {
    private Play play;

    @BeforeAll
    void start() {
        play = new Play();
    }

    @AfterAll
    void stop() {
        play.close();
    }

    @Nested
    @Order(1)
    class HappyOrder {
        @Test
        void isShippedCapturedDeliveredAndFollowedUp() {
            play.order()
                    .placed()
                    .waitsAt("await-payment")
                    .hears(Message.PAYMENT_AUTHORISED)
                    .waitsAt("await-delivery")
                    .delivered()
                    .waitsAt("follow-up-due")
                    .passes("P7D")
                    .endedAt("order-completed")
                    .told(AWAITING_PAYMENT, PAID, PREPARING, SHIPPED, DELIVERED, COMPLETED)
                    .mailed(EmailTemplate.ORDER_CONFIRMATION, EmailTemplate.FOLLOW_UP);
        }

        @Test
        void isFollowedUpWithinSecondsInADemonstration() {
            play.order()
                    .with("channel", "demo")
                    .placed()
                    .hears(Message.PAYMENT_AUTHORISED)
                    .delivered()
                    .passes("PT2S")
                    .endedAt("order-completed");
        }
    }

    @Nested
    @Order(2)
    class Risk extends RiskScenarios {
        @Override
        PlayedOrder order() {
            return play.order();
        }
    }

    @Nested
    @Order(3)
    class Payment extends PaymentScenarios {
        @Override
        PlayedOrder order() {
            return play.order();
        }
    }

    @Nested
    @Order(4)
    class Stock extends StockScenarios {
        @Override
        PlayedOrder order() {
            return play.order();
        }
    }

    @Nested
    @Order(5)
    class Shipping extends ShippingScenarios {
        @Override
        PlayedOrder order() {
            return play.order();
        }
    }

    @Nested
    @Order(6)
    class Coverage {
        @Test
        void everyElementAndFlowWasTaken() {
            ModelCoverage.of("orders/order-fulfilment.bpmn", play.log()).assertComplete();
        }
    }
}
