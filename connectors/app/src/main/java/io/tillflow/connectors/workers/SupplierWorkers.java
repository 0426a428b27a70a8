package io.tillflow.connectors.workers;

import static io.camunda.client.exception.CamundaError.bpmnError;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.suppliers.CancelResult;
import io.tillflow.connectors.suppliers.Purchase;
import io.tillflow.connectors.suppliers.PurchaseRequest;
import io.tillflow.connectors.suppliers.PurchaseResult;
import io.tillflow.connectors.suppliers.Quote;
import io.tillflow.connectors.suppliers.QuoteRequest;
import io.tillflow.connectors.suppliers.QuoteResult;
import io.tillflow.connectors.suppliers.Suppliers;
import io.tillflow.processes.CancelPurchase;
import io.tillflow.processes.ErrorCode;
import io.tillflow.processes.JobType;
import io.tillflow.processes.PlacePurchase;
import io.tillflow.processes.PurchasePlaced;
import io.tillflow.processes.QuoteReceived;
import io.tillflow.processes.RemindSupplier;
import io.tillflow.processes.RequestQuote;
import io.tillflow.processes.SupplierNews;
import org.springframework.stereotype.Component;

/** What a process buys. */
@Component
public class SupplierWorkers {
    private final Suppliers suppliers;

    SupplierWorkers(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    @Action(
            name = "Request quote",
            help = "Asks a supplier what an article costs, in which packs, and how long it takes.",
            effect = Effect.READS,
            errors = ErrorCode.ARTICLE_NOT_OFFERED)
    @JobWorker(type = JobType.SUPPLIERS_REQUEST_QUOTE)
    public QuoteReceived requestQuote(@VariablesAsType RequestQuote job) {
        Money list = new Money(job.listPrice(), job.currency());
        return switch (suppliers.quote(new QuoteRequest(job.supplier(), job.sku(), job.quantity(), list))) {
            case QuoteResult.Quoted quoted -> received(quoted.quote());
            case QuoteResult.NotOffered no -> throw bpmnError(ErrorCode.ARTICLE_NOT_OFFERED, no.reason());
        };
    }

    private static QuoteReceived received(Quote quote) {
        return new QuoteReceived(
                quote.quantity(), quote.unitPrice().minorUnits(), quote.total().minorUnits(), quote.leadDays());
    }

    @Action(
            name = "Place purchase order",
            help = "Orders from a supplier; whether they take it on they say later.",
            effect = Effect.KEYED,
            errors = ErrorCode.PURCHASE_DECLINED)
    @JobWorker(type = JobType.SUPPLIERS_PLACE_ORDER)
    public PurchasePlaced place(@VariablesAsType PlacePurchase job) {
        PurchaseRequest request = new PurchaseRequest(
                job.reference(), job.supplier(), job.sku(), job.quantity(), new Money(job.unitPrice(), job.currency()));
        return switch (suppliers.place(request, new EffectKey(job.effectKey()))) {
            case PurchaseResult.Placed placed ->
                new PurchasePlaced(placed.purchase().id());
            case PurchaseResult.Declined no -> throw bpmnError(ErrorCode.PURCHASE_DECLINED, no.reason());
        };
    }

    @Action(
            name = "Remind supplier",
            help = "Asks a supplier for news of a purchase, and answers how it stands.",
            effect = Effect.KEYED)
    @JobWorker(type = JobType.SUPPLIERS_REMIND)
    public SupplierNews remind(@VariablesAsType RemindSupplier job) {
        Purchase purchase = suppliers.remind(job.purchaseId(), new EffectKey(job.effectKey()));
        return new SupplierNews(
                purchase.status(),
                purchase.agreed(),
                purchase.expectedOn() == null ? null : purchase.expectedOn().toString());
    }

    @Action(
            name = "Cancel purchase order",
            help = "Takes a purchase back whose goods are not on their way yet.",
            effect = Effect.KEYED,
            errors = ErrorCode.PURCHASE_UNDERWAY)
    @JobWorker(type = JobType.SUPPLIERS_CANCEL_ORDER)
    public void cancel(@VariablesAsType CancelPurchase job) {
        switch (suppliers.cancel(job.purchaseId(), new EffectKey(job.effectKey()))) {
            case CancelResult.Cancelled ignored -> {}
            case CancelResult.TooLate late -> throw bpmnError(ErrorCode.PURCHASE_UNDERWAY, late.reason());
        }
    }
}
