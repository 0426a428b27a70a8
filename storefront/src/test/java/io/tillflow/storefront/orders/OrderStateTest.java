package io.tillflow.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderStateTest {
    @Test
    void finishedOrdersStayFinished() {
        for (OrderState next : OrderState.values()) {
            assertThat(OrderState.COMPLETED.mayBecome(next)).isFalse();
            assertThat(OrderState.CANCELLED.mayBecome(next)).isFalse();
        }
    }

    @Test
    void aParcelThatLeftNeverComesBackToThePackingTable() {
        assertThat(OrderState.SHIPPED.mayBecome(OrderState.PREPARING)).isFalse();
        assertThat(OrderState.DELIVERED.mayBecome(OrderState.SHIPPED)).isFalse();
        assertThat(OrderState.SHIPPED.mayBecome(OrderState.CANCELLED)).isTrue();
        assertThat(OrderState.SHIPPED.mayBecome(OrderState.COMPLETED)).isTrue();
    }

    @Test
    void beforeShippingAnOrderMayGoBackAndForth() {
        assertThat(OrderState.PAID.mayBecome(OrderState.AWAITING_PAYMENT)).isTrue();
        assertThat(OrderState.AWAITING_STOCK.mayBecome(OrderState.PREPARING)).isTrue();
        assertThat(OrderState.PREPARING.mayBecome(OrderState.PREPARING)).isFalse();
    }
}
