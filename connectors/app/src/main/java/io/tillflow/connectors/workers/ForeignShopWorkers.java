package io.tillflow.connectors.workers;

import static io.camunda.client.exception.CamundaError.bpmnError;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.commerce.ConnectedShops;
import io.tillflow.connectors.commerce.ForeignShop.ArticleUnknown;
import io.tillflow.connectors.commerce.ForeignShop.CancelOutcome;
import io.tillflow.connectors.commerce.ForeignShop.RefundOutcome;
import io.tillflow.connectors.commerce.ForeignShop.StockChange;
import io.tillflow.connectors.commerce.ForeignShop.StockLevel;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.Money;
import io.tillflow.processes.AdjustStock;
import io.tillflow.processes.CancelOrder;
import io.tillflow.processes.ErrorCode;
import io.tillflow.processes.OfferedErrorCode;
import io.tillflow.processes.OfferedJobType;
import io.tillflow.processes.PaymentRefunded;
import io.tillflow.processes.ReadStock;
import io.tillflow.processes.RefundOrder;
import io.tillflow.processes.StockRead;
import org.springframework.stereotype.Component;

/** What connected shops let us do with their orders and their stock. */
@Component
public class ForeignShopWorkers {
    private final ConnectedShops shops;

    ForeignShopWorkers(ConnectedShops shops) {
        this.shops = shops;
    }

    @Action(
            name = "Cancel order",
            help =
                    "Cancels an order of a connected shop for good: its goods are for sale again, its shopper hears of it.",
            effect = Effect.LOOK_UP_FIRST,
            errors = OfferedErrorCode.CANCEL_REFUSED)
    @JobWorker(type = OfferedJobType.COMMERCE_CANCEL_ORDER)
    public void cancelOrder(@VariablesAsType CancelOrder job) {
        switch (shops.ofOrder(job.orderId())
                .cancel(job.orderId(), job.cause(), job.refund(), new EffectKey(job.effectKey()))) {
            case CancelOutcome.Cancelled ignored -> {}
            case CancelOutcome.Refused refused -> throw bpmnError(OfferedErrorCode.CANCEL_REFUSED, refused.reason());
        }
    }

    @Action(
            name = "Refund order",
            help = "Gives back some of what an order of a connected shop was paid with, the way it came.",
            effect = Effect.LOOK_UP_FIRST,
            errors = OfferedErrorCode.REFUND_TOO_LARGE)
    @JobWorker(type = OfferedJobType.COMMERCE_REFUND_ORDER)
    public PaymentRefunded refundOrder(@VariablesAsType RefundOrder job) {
        Money amount = new Money(job.amount(), job.currency());
        return switch (shops.ofOrder(job.orderId()).refund(job.orderId(), amount, new EffectKey(job.effectKey()))) {
            case RefundOutcome.Refunded refunded ->
                new PaymentRefunded(refunded.amount().minorUnits());
            case RefundOutcome.MoreThanPaid more ->
                throw bpmnError(
                        OfferedErrorCode.REFUND_TOO_LARGE,
                        "expected to give back " + amount.text() + ", but only "
                                + more.left().text() + " are left of what was paid");
        };
    }

    @Action(
            name = "Read stock",
            help = "Asks a connected shop how many of an article can be sold, and how many lie there.",
            effect = Effect.READS,
            errors = ErrorCode.ARTICLE_UNKNOWN)
    @JobWorker(type = OfferedJobType.COMMERCE_READ_STOCK)
    public StockRead readStock(@VariablesAsType ReadStock job) {
        try {
            StockLevel level = shops.named(job.shop()).stock(job.sku(), job.location());
            return new StockRead(level.available(), level.onHand());
        } catch (ArticleUnknown unknown) {
            throw bpmnError(ErrorCode.ARTICLE_UNKNOWN, String.valueOf(unknown.getMessage()));
        }
    }

    @Action(
            name = "Adjust stock",
            help = "So many more, or fewer, of an article of a connected shop can be sold.",
            effect = Effect.KEYED,
            errors = ErrorCode.ARTICLE_UNKNOWN)
    @JobWorker(type = OfferedJobType.COMMERCE_ADJUST_STOCK)
    public void adjustStock(@VariablesAsType AdjustStock job) {
        try {
            shops.named(job.shop())
                    .adjust(
                            new StockChange(job.sku(), job.location(), job.change(), job.reason()),
                            new EffectKey(job.effectKey()));
        } catch (ArticleUnknown unknown) {
            throw bpmnError(ErrorCode.ARTICLE_UNKNOWN, String.valueOf(unknown.getMessage()));
        }
    }
}
