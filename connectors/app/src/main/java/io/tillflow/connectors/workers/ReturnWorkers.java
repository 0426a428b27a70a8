package io.tillflow.connectors.workers;

import static io.camunda.client.exception.CamundaError.bpmnError;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.commerce.OrderFacts;
import io.tillflow.connectors.commerce.ReturnNews;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.payments.RefundResult;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.shipping.Recipient;
import io.tillflow.connectors.shipping.ReturnLabel;
import io.tillflow.connectors.shipping.ReturnRequest;
import io.tillflow.connectors.shipping.Shipping;
import io.tillflow.processes.CreateReturnLabel;
import io.tillflow.processes.ErrorCode;
import io.tillflow.processes.JobType;
import io.tillflow.processes.LockExchange;
import io.tillflow.processes.PaymentRefunded;
import io.tillflow.processes.RefundPart;
import io.tillflow.processes.RestockReturn;
import io.tillflow.processes.ReturnLabelCreated;
import io.tillflow.processes.UpdateReturn;
import org.springframework.stereotype.Component;

/** What a return needs of shop, carrier and bank. */
@Component
public class ReturnWorkers {
    private final Shop shop;
    private final Shipping shipping;
    private final Payments payments;

    ReturnWorkers(Shop shop, Shipping shipping, Payments payments) {
        this.shop = shop;
        this.shipping = shipping;
        this.payments = payments;
    }

    @Action(
            name = "Show return state",
            help = "Tells the shop what the order page shows about a return.",
            effect = Effect.KEYED)
    @JobWorker(type = JobType.COMMERCE_UPDATE_RETURN)
    public void updateReturn(@VariablesAsType UpdateReturn job) {
        ReturnNews news = new ReturnNews(
                job.state(), job.reason(), job.trackingNumber(), job.trackingUrl(), job.labelUrl(), job.refunded());
        shop.showReturn(job.returnId(), news, new EffectKey(job.effectKey()));
    }

    @Action(name = "Restock return", help = "Puts what came back on sale again.", effect = Effect.KEYED)
    @JobWorker(type = JobType.COMMERCE_RESTOCK_RETURN)
    public void restock(@VariablesAsType RestockReturn job) {
        shop.restock(job.returnId(), new EffectKey(job.effectKey()));
    }

    @Action(
            name = "Lock exchange",
            help = "Makes sure that what the shopper wants instead leaves, and is not paid out as well.",
            effect = Effect.KEYED,
            errors = ErrorCode.EXCHANGE_OFF)
    @JobWorker(type = JobType.COMMERCE_LOCK_EXCHANGE)
    public void lockExchange(@VariablesAsType LockExchange job) {
        if (!shop.lockExchange(job.returnId(), new EffectKey(job.effectKey()))) {
            throw bpmnError(ErrorCode.EXCHANGE_OFF, "the exchange was called off: its money goes back");
        }
    }

    @Action(
            name = "Create return label",
            help = "Asks a carrier for a label from the shopper to the shop; the address goes to the carrier only.",
            effect = Effect.KEYED)
    @JobWorker(type = JobType.SHIPPING_CREATE_RETURN_LABEL)
    public ReturnLabelCreated createLabel(@VariablesAsType CreateReturnLabel job) {
        OrderFacts.Place place = shop.facts(job.orderId()).shipping();
        Recipient sender = new Recipient(
                place.name(), place.street(), place.extra(), place.postcode(), place.town(), place.country());
        ReturnLabel label = shipping.returnLabel(
                new ReturnRequest(job.returnId(), sender, job.weightGrams()), new EffectKey(job.effectKey()));
        return new ReturnLabelCreated(label.trackingNumber(), label.url());
    }

    @Action(name = "Refund part of a payment", help = "Gives back a part of what was captured.", effect = Effect.KEYED)
    @JobWorker(type = JobType.PAYMENTS_REFUND_PART)
    public PaymentRefunded refundPart(@VariablesAsType RefundPart job) {
        Money amount = new Money(job.amount(), job.currency());
        return switch (payments.refund(job.paymentId(), amount, new EffectKey(job.effectKey()))) {
            case RefundResult.Refunded refunded ->
                new PaymentRefunded(refunded.amount().minorUnits());
            case RefundResult.NothingCaptured nothing ->
                throw new IllegalStateException(
                        "expected payment " + job.paymentId() + " to have been captured, but it is " + nothing.status()
                                + "; refund by hand what was paid otherwise");
        };
    }
}
