package io.tillflow.connectors.payments.stripe;

import tools.jackson.databind.JsonNode;

/** What Stripe refused, in its words. */
final class StripeError extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String code;
    private final String declineCode;

    StripeError(String what, int status, JsonNode error) {
        super("expected Stripe to take " + what + ", but it said " + status + ": "
                + error.path("code").asString(error.path("type").asString("no reason")));
        this.status = status;
        this.type = error.path("type").asString("");
        this.code = error.path("code").asString("");
        this.declineCode = error.path("decline_code").asString("");
    }

    boolean unknown() {
        return status == 404 || code.equals("resource_missing");
    }

    boolean repeatsOtherwise() {
        return type.equals("idempotency_error");
    }

    boolean wrongState() {
        return code.equals("payment_intent_unexpected_state");
    }

    /** All of it was given back before. */
    boolean nothingLeft() {
        return code.equals("charge_already_refunded");
    }

    boolean ofTheBank() {
        return type.equals("card_error");
    }

    String reason() {
        return declineCode.isEmpty() ? code : declineCode;
    }
}
