package io.tillflow.connectors.payments.stripe;

import io.tillflow.connectors.payments.DeclineReason;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentStatus;
import io.tillflow.connectors.provider.Money;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A Checkout session with its payment intent, read in our words. */
record StripeSession(String id, JsonNode session, JsonNode intent) {

    static StripeSession of(JsonNode session) {
        return new StripeSession(session.path("id").asString(""), session, session.path("payment_intent"));
    }

    String intentId() {
        return intent.isObject() ? intent.path("id").asString("") : intent.asString("");
    }

    String chargeId() {
        return intent.path("latest_charge").asString("");
    }

    long capturable() {
        return intent.path("amount_capturable").asLong();
    }

    Money amount() {
        return new Money(
                session.path("amount_total").asLong(),
                session.path("currency").asString("").toUpperCase(Locale.ROOT));
    }

    PaymentStatus status() {
        if (!intent.isObject()) {
            return page();
        }
        return switch (intent.path("status").asString("")) {
            case "requires_capture" -> PaymentStatus.AUTHORISED;
            case "succeeded" -> PaymentStatus.CAPTURED;
            case "canceled" -> cancelled();
            case "requires_payment_method" ->
                reason() != null && page() == PaymentStatus.OPEN ? PaymentStatus.DECLINED : page();
            default -> page();
        };
    }

    /** Stripe ends an authorisation by itself after some days; everybody else who cancels it voids it. */
    private PaymentStatus cancelled() {
        String why = intent.path("cancellation_reason").asString("");
        return why.equals("automatic") || why.equals("expired") ? PaymentStatus.EXPIRED : PaymentStatus.VOIDED;
    }

    /** While the bank still asks the shopper (3-D Secure), the page is open. */
    private PaymentStatus page() {
        if (!session.path("status").asString("").equals("expired")) {
            return PaymentStatus.OPEN;
        }
        boolean byUs = session.path("metadata").path("voided").asString("").equals("true");
        return byUs ? PaymentStatus.VOIDED : PaymentStatus.EXPIRED;
    }

    private @Nullable DeclineReason reason() {
        JsonNode error = intent.path("last_payment_error");
        if (!error.isObject()) {
            return null;
        }
        return switch (error.path("decline_code").asString(error.path("code").asString(""))) {
            case "insufficient_funds" -> DeclineReason.INSUFFICIENT_FUNDS;
            case "expired_card" -> DeclineReason.CARD_EXPIRED;
            default -> DeclineReason.DECLINED;
        };
    }

    Payment payment() {
        PaymentStatus status = status();
        return new Payment(
                id,
                session.path("client_reference_id").asString(""),
                amount(),
                status,
                status == PaymentStatus.DECLINED ? reason() : null,
                session.path("url").asString(""),
                session.path("metadata").path("return_url").asString(""),
                null);
    }
}
