package io.tillflow.processes;

import static io.tillflow.processes.OrderState.AWAITING_PAYMENT;
import static io.tillflow.processes.OrderState.AWAITING_STOCK;
import static io.tillflow.processes.OrderState.PAID;
import static io.tillflow.processes.OrderState.PREPARING;
import static io.tillflow.processes.OrderState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

abstract class StockScenarios {
    private static final Map<String, ?> RESTOCK = Map.of("restock", Map.of("id", "restock-1"));

    abstract PlayedOrder order();

    private PlayedOrder shortOfStock() {
        return order().placed()
                .next(JobType.COMMERCE_ALLOCATE_STOCK, ErrorCode.STOCK_SHORT)
                .hears(Message.PAYMENT_AUTHORISED)
                .waitsAt("await-restock");
    }

    @Test
    void restockSendsTheOrderOn() {
        PlayedOrder order = shortOfStock()
                .hears(Message.STOCK_AVAILABLE, RESTOCK)
                .went("stock-short", "show-awaiting-stock", "stock-available", "verify-payment", "allocate-stock")
                .waitsAt("await-delivery")
                .told(AWAITING_PAYMENT, PAID, AWAITING_STOCK, PAID, PREPARING, SHIPPED);
        assertThat(order.effectKeys("allocate-stock"))
                .containsExactly(order.id() + "/allocate-stock/1", order.id() + "/allocate-stock/2");
        assertThat(order.effectKeys("show-order-paid")).doesNotHaveDuplicates();
    }

    @Test
    void confirmationIsSentOnlyWhenTheGoodsAreThere() {
        shortOfStock().mailed().hears(Message.STOCK_AVAILABLE, RESTOCK).mailed(EmailTemplate.ORDER_CONFIRMATION);
    }

    @Test
    void restockLimitCountsFromTheFirstShortage() {
        shortOfStock()
                .passes("P7D")
                .next(JobType.COMMERCE_ALLOCATE_STOCK, ErrorCode.STOCK_SHORT)
                .hears(Message.STOCK_AVAILABLE, RESTOCK)
                .waitsAt("await-restock")
                .passes("P7D")
                .went("restock-overdue", "stock-missing", "order-unstocked")
                .cancelledBecause(CancellationReason.STOCK_MISSING);
    }

    @Test
    void authorisationThatExpiresMeanwhileIsReplaced() {
        shortOfStock()
                .paymentIs(PaymentStatus.EXPIRED)
                .hears(Message.PAYMENT_EXPIRED)
                .went("authorisation-expired-waiting", "verify-payment", "create-payment-link", "send-payment-link")
                .waitsAt("await-payment")
                .hears(Message.PAYMENT_AUTHORISED)
                .waitsAt("await-delivery");
    }

    @Test
    void authorisationThatExpiredUnnoticedIsReplacedBeforeShipping() {
        shortOfStock()
                .paymentIs(PaymentStatus.EXPIRED)
                .hears(Message.STOCK_AVAILABLE, RESTOCK)
                .waitsAt("await-payment")
                .neverWent("create-shipment");
    }

    @Test
    void shopperCancelsWhileGoodsAreAwaited() {
        shortOfStock().cancelled().cancelledBecause("changed my mind").neverWent("create-shipment");
    }

    @Test
    void oneRestockWakesOneOrder() {
        PlayedOrder first = shortOfStock();
        PlayedOrder second = shortOfStock();
        first.hears(Message.STOCK_AVAILABLE, RESTOCK).waitsAt("await-delivery");
        second.waitsAt("await-restock");
    }
}
