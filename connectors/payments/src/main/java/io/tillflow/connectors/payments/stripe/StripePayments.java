package io.tillflow.connectors.payments.stripe;

import io.tillflow.connectors.payments.CaptureResult;
import io.tillflow.connectors.payments.DeclineReason;
import io.tillflow.connectors.payments.Dispute;
import io.tillflow.connectors.payments.Evidence;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentRequest;
import io.tillflow.connectors.payments.PaymentStatus;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.payments.RefundResult;
import io.tillflow.connectors.payments.VoidResult;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.Money;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Payments on Stripe's hosted Checkout page; a payment's id is its Checkout session's.
 *
 * <p>Stripe forgets idempotency keys after a day, so an effect that is asked for again is looked up first.
 */
public final class StripePayments implements Payments {
    private static final String SESSIONS = "/checkout/sessions/";
    private static final String INTENTS = "/payment_intents/";

    private final StripeClient stripe;
    private final StripeDisputes disputes;
    private final URI shop;

    /**
     * @param shop where shoppers reach the shop: Stripe sends them back there
     */
    public StripePayments(URI endpoint, Supplier<String> apiKey, URI shop, Duration timeout, Clock clock) {
        this.stripe = new StripeClient(endpoint, apiKey, timeout, clock);
        this.disputes = new StripeDisputes(stripe);
        this.shop = shop;
    }

    @Override
    public Payment open(PaymentRequest request, String key) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("mode", "payment");
        fields.put("client_reference_id", request.reference());
        fields.put("metadata[return_url]", request.returnUrl());
        fields.put("payment_intent_data[capture_method]", "manual");
        fields.put("payment_intent_data[metadata][reference]", request.reference());
        fields.put("line_items[0][quantity]", "1");
        fields.put(
                "line_items[0][price_data][currency]",
                request.amount().currency().toLowerCase(Locale.ROOT));
        fields.put(
                "line_items[0][price_data][unit_amount]", "" + request.amount().minorUnits());
        fields.put("line_items[0][price_data][product_data][name]", "Order " + request.reference());
        fields.put("success_url", shop + request.returnUrl());
        fields.put("cancel_url", shop + request.returnUrl());
        try {
            return StripeSession.of(stripe.post("/checkout/sessions", fields, "open:" + key))
                    .payment();
        } catch (StripeError e) {
            if (e.repeatsOtherwise()) {
                throw new IllegalArgumentException(
                        "expected key " + key + " to repeat the same payment, but it asks for another", e);
            }
            throw e;
        }
    }

    @Override
    public Optional<Payment> find(String paymentId) {
        return session(paymentId).map(StripeSession::payment);
    }

    private Optional<StripeSession> session(String paymentId) {
        try {
            return Optional.of(StripeSession.of(stripe.get(SESSIONS + paymentId + "?expand[]=payment_intent")));
        } catch (StripeError e) {
            if (e.unknown()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private StripeSession known(String paymentId) {
        return session(paymentId)
                .orElseThrow(() -> new IllegalArgumentException("expected a payment, but nobody knows " + paymentId));
    }

    @Override
    public CaptureResult capture(String paymentId, Money amount, EffectKey key) {
        StripeSession session = known(paymentId);
        if (session.status() == PaymentStatus.CAPTURED) {
            return new CaptureResult.Captured(session.chargeId());
        }
        if (session.status() != PaymentStatus.AUTHORISED) {
            return new CaptureResult.NotAuthorised(session.status());
        }
        if (amount.minorUnits() > session.capturable()
                || !amount.currency().equals(session.amount().currency())) {
            throw new IllegalArgumentException("expected to capture at most " + session.capturable() + " of payment "
                    + paymentId + ", but was asked for " + amount.minorUnits());
        }
        return captureNow(session, amount, key);
    }

    private CaptureResult captureNow(StripeSession session, Money amount, EffectKey key) {
        try {
            JsonNode intent = stripe.post(
                    INTENTS + session.intentId() + "/capture",
                    Map.of("amount_to_capture", "" + amount.minorUnits()),
                    "capture:" + key);
            return new CaptureResult.Captured(intent.path("latest_charge").asString(""));
        } catch (StripeError e) {
            if (e.ofTheBank()) {
                return new CaptureResult.Refused(DeclineReason.CAPTURE_REFUSED);
            }
            if (e.wrongState()) {
                StripeSession now = known(session.id());
                return now.status() == PaymentStatus.CAPTURED
                        ? new CaptureResult.Captured(now.chargeId())
                        : new CaptureResult.NotAuthorised(now.status());
            }
            throw e;
        }
    }

    @Override
    public VoidResult voidAuthorisation(String paymentId, EffectKey key) {
        return letGo(known(paymentId));
    }

    /**
     * A shopper may pay while their page is being closed: what is so then is let go of. Whoever tries again looks first, so each
     * try asks anew.
     */
    private VoidResult letGo(StripeSession session) {
        try {
            return letGoAsItIs(session);
        } catch (StripeError e) {
            StripeSession now = known(session.id());
            if (now.status() == session.status()) {
                throw e;
            }
            return letGo(now);
        }
    }

    private VoidResult letGoAsItIs(StripeSession session) {
        return switch (session.status()) {
            case CAPTURED -> new VoidResult.AlreadyCaptured();
            case VOIDED -> new VoidResult.Voided();
            case EXPIRED -> new VoidResult.NothingHeld(PaymentStatus.EXPIRED);
            case AUTHORISED -> {
                stripe.post(INTENTS + session.intentId() + "/cancel", Map.of());
                yield new VoidResult.Voided();
            }
            case OPEN, DECLINED -> {
                stripe.post(SESSIONS + session.id(), Map.of("metadata[voided]", "true"));
                stripe.post(SESSIONS + session.id() + "/expire", Map.of());
                yield session.status() == PaymentStatus.DECLINED
                        ? new VoidResult.NothingHeld(PaymentStatus.DECLINED)
                        : new VoidResult.Voided();
            }
        };
    }

    @Override
    public RefundResult refund(String paymentId, EffectKey key) {
        try {
            return refund(paymentId, Map.of(), key);
        } catch (StripeError e) {
            if (e.nothingLeft()) {
                return new RefundResult.Refunded(
                        "", new Money(0, known(paymentId).amount().currency()));
            }
            throw e;
        }
    }

    @Override
    public RefundResult refund(String paymentId, Money amount, EffectKey key) {
        try {
            return refund(paymentId, Map.of("amount", "" + amount.minorUnits()), key);
        } catch (StripeError e) {
            throw new IllegalArgumentException(
                    "expected payment " + paymentId + " to have " + amount.minorUnits()
                            + " left to refund, but it has not",
                    e);
        }
    }

    private RefundResult refund(String paymentId, Map<String, String> howMuch, EffectKey key) {
        StripeSession session = known(paymentId);
        if (session.status() != PaymentStatus.CAPTURED) {
            return new RefundResult.NothingCaptured(session.status());
        }
        JsonNode refund = made(session, key).orElseGet(() -> {
            Map<String, String> fields = new LinkedHashMap<>(howMuch);
            fields.put("payment_intent", session.intentId());
            fields.put("metadata[effect]", key.value());
            return stripe.post("/refunds", fields, "refund:" + key);
        });
        Money amount =
                new Money(refund.path("amount").asLong(), session.amount().currency());
        return new RefundResult.Refunded(refund.path("id").asString(""), amount);
    }

    /** Stripe forgets keys after a day, but not what a refund was for. */
    private Optional<JsonNode> made(StripeSession session, EffectKey key) {
        return stripe.get("/refunds?limit=100&payment_intent=" + session.intentId())
                .path("data")
                .valueStream()
                .filter(it ->
                        key.value().equals(it.path("metadata").path("effect").asString("")))
                .filter(it -> !List.of("failed", "canceled")
                        .contains(it.path("status").asString("")))
                .findFirst();
    }

    @Override
    public Optional<Dispute> dispute(String disputeId) {
        return disputes.find(disputeId);
    }

    @Override
    public Dispute contest(String disputeId, Evidence evidence, EffectKey key) {
        return disputes.contest(disputeId, evidence, key);
    }

    @Override
    public Dispute accept(String disputeId, EffectKey key) {
        return disputes.accept(disputeId, key);
    }
}
