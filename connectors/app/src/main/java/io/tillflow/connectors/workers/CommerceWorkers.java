package io.tillflow.connectors.workers;

import static io.camunda.client.exception.CamundaError.bpmnError;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.commerce.AllocationResult;
import io.tillflow.connectors.commerce.OrderNews;
import io.tillflow.connectors.commerce.ShippingLock;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.processes.AllocateStock;
import io.tillflow.processes.ErrorCode;
import io.tillflow.processes.JobType;
import io.tillflow.processes.LockForShipping;
import io.tillflow.processes.ReleaseStock;
import io.tillflow.processes.UpdateOrder;
import org.springframework.stereotype.Component;

/** The shop's part of the processes. */
@Component
public class CommerceWorkers {
    private final Shop shop;

    CommerceWorkers(Shop shop) {
        this.shop = shop;
    }

    @Action(
            name = "Show order state",
            help =
                    "Tells the shop what the order page shows; to a connected Shopify store SHIPPED and DELIVERED alone.",
            effect = Effect.KEYED)
    @JobWorker(type = JobType.COMMERCE_UPDATE_ORDER)
    public void updateOrder(@VariablesAsType UpdateOrder job) {
        OrderNews news =
                new OrderNews(job.state(), job.reason(), job.carrier(), job.trackingNumber(), job.trackingUrl());
        shop.show(job.orderId(), news, new EffectKey(job.effectKey()));
    }

    @Action(
            name = "Allocate stock",
            help = "Puts the goods of an order aside; connected shops do so themselves.",
            effect = Effect.KEYED,
            errors = ErrorCode.STOCK_SHORT)
    @JobWorker(type = JobType.COMMERCE_ALLOCATE_STOCK)
    public void allocateStock(@VariablesAsType AllocateStock job) {
        switch (shop.allocate(job.orderId(), new EffectKey(job.effectKey()))) {
            case AllocationResult.Allocated ignored -> {}
            case AllocationResult.StockShort shortage ->
                throw bpmnError(ErrorCode.STOCK_SHORT, "missing: " + shortage.missing());
            case AllocationResult.OrderCancelled ignored ->
                throw new ProviderUnavailable(
                        "order " + job.orderId() + " is cancelled; waiting for its cancellation to reach the process");
        }
    }

    @Action(
            name = "Release stock",
            help = "Gives back what was put aside, and the place in line.",
            effect = Effect.KEYED)
    @JobWorker(type = JobType.COMMERCE_RELEASE_STOCK)
    public void releaseStock(@VariablesAsType ReleaseStock job) {
        shop.release(job.orderId(), new EffectKey(job.effectKey()));
    }

    @Action(
            name = "Lock for shipping",
            help = "From here on the shopper can no longer cancel.",
            effect = Effect.KEYED,
            errors = ErrorCode.ORDER_CANCELLED)
    @JobWorker(type = JobType.COMMERCE_LOCK_FOR_SHIPPING)
    public void lockForShipping(@VariablesAsType LockForShipping job) {
        switch (shop.lockForShipping(job.orderId(), new EffectKey(job.effectKey()))) {
            case ShippingLock.Locked ignored -> {}
            case ShippingLock.OrderCancelled ignored ->
                throw bpmnError(ErrorCode.ORDER_CANCELLED, "the shopper cancelled before the parcel left");
        }
    }
}
