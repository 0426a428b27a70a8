package io.tillflow.connectors.payments.stripe;

import io.tillflow.connectors.payments.Dispute;
import io.tillflow.connectors.payments.DisputeReason;
import io.tillflow.connectors.payments.DisputeStatus;
import io.tillflow.connectors.payments.Evidence;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Disputes at Stripe; they name the payment intent, whose Checkout session names our order. */
final class StripeDisputes {
    private static final String DISPUTES = "/disputes/";

    private final StripeClient stripe;

    StripeDisputes(StripeClient stripe) {
        this.stripe = stripe;
    }

    Optional<Dispute> find(String disputeId) {
        try {
            return Optional.of(read(stripe.get(DISPUTES + disputeId)));
        } catch (StripeError e) {
            if (e.unknown()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    Dispute contest(String disputeId, Evidence evidence, EffectKey key) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("evidence[uncategorized_text]", evidence.text());
        put(fields, "evidence[shipping_carrier]", evidence.carrier());
        put(fields, "evidence[shipping_tracking_number]", evidence.trackingNumber());
        fields.put("submit", "true");
        return answer(disputeId, "", fields, "contest:" + key);
    }

    Dispute accept(String disputeId, EffectKey key) {
        return answer(disputeId, "/close", Map.of(), "accept:" + key);
    }

    /** Stripe takes evidence once, and forgets keys after a day: what is answered already is left alone. */
    private Dispute answer(String disputeId, String action, Map<String, String> fields, String key) {
        Dispute known = find(disputeId)
                .orElseThrow(() -> new IllegalArgumentException("expected a dispute, but nobody knows " + disputeId));
        return known.status() == DisputeStatus.OPEN
                ? read(stripe.post(DISPUTES + disputeId + action, fields, key))
                : known;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private Dispute read(JsonNode dispute) {
        JsonNode session = session(dispute.path("payment_intent").asString(""));
        DisputeStatus status = status(dispute);
        long dueBy = dispute.path("evidence_details").path("due_by").asLong(0);
        return new Dispute(
                dispute.path("id").asString(""),
                session.path("id").asString(""),
                session.path("client_reference_id").asString(""),
                new Money(
                        dispute.path("amount").asLong(),
                        dispute.path("currency").asString("").toUpperCase(Locale.ROOT)),
                reason(dispute),
                status,
                status == DisputeStatus.OPEN && dueBy > 0 ? Instant.ofEpochSecond(dueBy) : null);
    }

    private JsonNode session(String intentId) {
        if (intentId.isEmpty()) {
            return MissingNode.getInstance();
        }
        return stripe.get("/checkout/sessions?limit=1&payment_intent=" + intentId)
                .path("data")
                .path(0);
    }

    /** An inquiry ("warning") takes no money yet, but wants the same answer. */
    private static DisputeStatus status(JsonNode dispute) {
        String status = dispute.path("status").asString("");
        return switch (status) {
            case "needs_response", "warning_needs_response" -> DisputeStatus.OPEN;
            case "under_review", "warning_under_review" -> DisputeStatus.ANSWERED;
            case "won", "warning_closed", "prevented" -> DisputeStatus.WON;
            case "lost" -> DisputeStatus.LOST;
            default ->
                throw new IllegalStateException("expected a dispute to stand as Stripe documents it, was " + status);
        };
    }

    private static DisputeReason reason(JsonNode dispute) {
        return switch (dispute.path("reason").asString("")) {
            case "fraudulent", "unrecognized" -> DisputeReason.FRAUDULENT;
            case "product_not_received" -> DisputeReason.NOT_RECEIVED;
            case "product_unacceptable" -> DisputeReason.NOT_AS_DESCRIBED;
            case "duplicate", "credit_not_processed", "subscription_canceled" -> DisputeReason.PAID_WRONGLY;
            default -> DisputeReason.OTHER;
        };
    }
}
