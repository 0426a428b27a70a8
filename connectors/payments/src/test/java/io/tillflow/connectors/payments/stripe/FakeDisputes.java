package io.tillflow.connectors.payments.stripe;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import io.tillflow.connectors.payments.stripe.FakeStripe.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Disputes as Stripe's API documents them: evidence is submitted once, what is closed is lost. */
final class FakeDisputes {
    private final Map<String, Map<String, Object>> disputes = new ConcurrentHashMap<>();

    /** The bank of whoever paid with this intent wants the money back. */
    String open(String intentId, long amount) {
        String id = "dp_" + intentId;
        Map<String, Object> dispute = new ConcurrentHashMap<>();
        dispute.put("id", id);
        dispute.put("object", "dispute");
        dispute.put("amount", amount);
        dispute.put("currency", "eur");
        dispute.put("payment_intent", intentId);
        dispute.put("reason", "product_not_received");
        dispute.put("status", "needs_response");
        dispute.put("evidence_details", Map.of("due_by", 1_772_323_199L, "submission_count", 0));
        disputes.put(id, dispute);
        return id;
    }

    /** The bank decides what is under review. */
    void decide(String id, String status) {
        disputes.computeIfPresent(id, (ignored, dispute) -> {
            dispute.computeIfPresent("status", (key, now) -> now.equals("under_review") ? status : now);
            return dispute;
        });
    }

    Reply answer(String id, String action, Request request, Map<String, String> form) {
        Map<String, Object> dispute = disputes.get(id);
        if (dispute == null) {
            return FakeStripe.error(404, "invalid_request_error", "resource_missing", "");
        }
        if (request.getMethod().isOneOf(RequestMethod.POST)) {
            if (!"needs_response".equals(dispute.get("status"))) {
                return FakeStripe.error(400, "invalid_request_error", "", "");
            }
            if (action.equals("close")) {
                dispute.put("status", "lost");
            } else if ("true".equals(form.get("submit"))) {
                dispute.put("status", "under_review");
            }
        }
        return new Reply(200, new HashMap<>(dispute));
    }
}
