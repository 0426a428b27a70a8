package io.tillflow.connectors.suppliers.rest;

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
import io.tillflow.connectors.suppliers.rest.SupplierService.Reply;
import io.tillflow.processes.PurchaseStatus;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Suppliers behind a REST service that knows idempotency keys; its interface is in this module's README. */
public final class RestSuppliers implements Suppliers {
    private static final String ORDERS = "/orders";

    private final SupplierService service;

    public RestSuppliers(URI endpoint, Supplier<String> token, Duration timeout, Clock clock) {
        this.service = new SupplierService(endpoint, token, timeout, clock);
    }

    @Override
    public QuoteResult quote(QuoteRequest request) {
        Money list = request.listPrice();
        Reply reply = service.post(
                "/quotes",
                Map.of(
                        "supplier", request.supplier(),
                        "sku", request.sku(),
                        "quantity", request.quantity(),
                        "listPrice", list.minorUnits(),
                        "currency", list.currency()),
                null);
        if (reply.isRefusal("quotes")) {
            return new QuoteResult.NotOffered(reply.reason());
        }
        Facts facts = new Facts(reply.body());
        Money price = new Money(facts.number("unitPrice"), facts.text("currency"));
        if (!price.currency().equals(list.currency())) {
            throw new IllegalStateException("expected a quote in " + list.currency() + ", but " + request.supplier()
                    + " quotes in " + price.currency());
        }
        return new QuoteResult.Quoted(
                new Quote(request.supplier(), request.sku(), facts.count("quantity"), price, facts.count("leadDays")));
    }

    @Override
    public PurchaseResult place(PurchaseRequest request, EffectKey key) {
        Reply reply = service.post(
                ORDERS,
                Map.of(
                        "reference", request.reference(),
                        "supplier", request.supplier(),
                        "sku", request.sku(),
                        "quantity", request.quantity(),
                        "unitPrice", request.unitPrice().minorUnits(),
                        "currency", request.unitPrice().currency()),
                key);
        if (reply.isRefusal("orders")) {
            return new PurchaseResult.Declined(reply.reason());
        }
        Purchase purchase = new Facts(reply.body()).purchase();
        if (!purchase.isFor(request)) {
            throw new IllegalArgumentException("expected key " + key + " to repeat the purchase of "
                    + purchase.quantity() + " " + purchase.sku() + " from " + purchase.supplier() + ", but it asks for "
                    + request.quantity() + " " + request.sku() + " from " + request.supplier());
        }
        return new PurchaseResult.Placed(purchase);
    }

    @Override
    public Optional<Purchase> find(String purchaseId) {
        Reply reply = service.get(path(purchaseId));
        return reply.isGood() ? Optional.of(new Facts(reply.body()).purchase()) : Optional.empty();
    }

    @Override
    public Purchase remind(String purchaseId, EffectKey key) {
        Reply reply = service.post(path(purchaseId) + "/reminders", Map.of(), key);
        if (!reply.isGood()) {
            throw unknown(purchaseId, reply);
        }
        return new Facts(reply.body()).purchase();
    }

    @Override
    public CancelResult cancel(String purchaseId, EffectKey key) {
        Reply reply = service.post(path(purchaseId) + "/cancellation", Map.of(), key);
        if (reply.status() == 409) {
            return new CancelResult.TooLate(reply.reason());
        }
        if (!reply.isGood()) {
            throw unknown(purchaseId, reply);
        }
        Purchase purchase = new Facts(reply.body()).purchase();
        return purchase.status() == PurchaseStatus.CANCELLED || purchase.status() == PurchaseStatus.REJECTED
                ? new CancelResult.Cancelled()
                : new CancelResult.TooLate("the purchase is " + purchase.status());
    }

    private static IllegalArgumentException unknown(String purchaseId, Reply reply) {
        return new IllegalArgumentException("expected a purchase, but the suppliers' service says " + reply.status()
                + " about " + purchaseId + ": " + reply.reason());
    }

    private static String path(String purchaseId) {
        return ORDERS + "/" + URLEncoder.encode(purchaseId, StandardCharsets.UTF_8);
    }
}
