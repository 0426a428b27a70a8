package io.tillflow.connectors.workers;

import static io.camunda.client.exception.CamundaError.bpmnError;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.commerce.Booked;
import io.tillflow.connectors.commerce.PurchaseNews;
import io.tillflow.connectors.commerce.Supply;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.processes.BookInGoods;
import io.tillflow.processes.ErrorCode;
import io.tillflow.processes.GoodsBookedIn;
import io.tillflow.processes.JobType;
import io.tillflow.processes.LookForLowStock;
import io.tillflow.processes.LowStockTold;
import io.tillflow.processes.UpdatePurchase;
import org.springframework.stereotype.Component;

/** The shop's part of buying. */
@Component
public class SupplyWorkers {
    private final Supply supply;

    SupplyWorkers(Supply supply) {
        this.supply = supply;
    }

    @Action(
            name = "Show purchase",
            help = "The shop counts on what is on its way and shows it on the page of the product.",
            effect = Effect.KEYED,
            errors = ErrorCode.PURCHASE_NOT_NEEDED)
    @JobWorker(type = JobType.COMMERCE_UPDATE_PURCHASE)
    public void updatePurchase(@VariablesAsType UpdatePurchase job) {
        PurchaseNews news = new PurchaseNews(
                job.sku(),
                job.supplier(),
                job.state(),
                job.quantity(),
                job.unitPrice(),
                job.currency(),
                job.expectedOn());
        if (!supply.show(job.requestId(), news, new EffectKey(job.effectKey()))) {
            throw bpmnError(
                    ErrorCode.PURCHASE_NOT_NEEDED,
                    job.sku() + " is not low any more, or was asked for once more later");
        }
    }

    @Action(
            name = "Book goods in",
            help = "What came of a purchase is for sale, first to those who wait; however often it is told, once.",
            effect = Effect.KEYED)
    @JobWorker(type = JobType.COMMERCE_BOOK_IN_GOODS)
    public GoodsBookedIn bookIn(@VariablesAsType BookInGoods job) {
        Booked booked = supply.bookIn(job.requestId(), job.delivered(), new EffectKey(job.effectKey()));
        return new GoodsBookedIn(booked.received(), booked.missing());
    }

    @Action(
            name = "Look for low stock",
            help = "Has the shop tell of articles that are low, each by an event Stock low; those told of lately rest.",
            effect = Effect.LOOK_UP_FIRST)
    @JobWorker(type = JobType.COMMERCE_LOOK_FOR_LOW_STOCK)
    public LowStockTold lookForLowStock(@VariablesAsType LookForLowStock job) {
        return new LowStockTold(supply.lookForLowStock(job.sku()));
    }
}
