package io.tillflow.connectors.webhooks;

import static io.tillflow.connectors.webhooks.Payload.text;

import io.tillflow.processes.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a bank says of a dispute, as a process gets it; what was written to the bank stays outside.
 *
 * @param order the order's id
 */
record DisputeNews(
        String id, String payment, String order, long amount, String currency, String reason, String status) {

    static DisputeNews of(JsonNode facts) {
        JsonNode amount = facts.path("amount");
        if (!amount.isIntegralNumber() || amount.asLong() <= 0) {
            throw new IllegalArgumentException("expected amount in the webhook to be a whole number above 0");
        }
        return new DisputeNews(
                text(facts, "id"),
                text(facts, "paymentId"),
                text(facts, "reference"),
                amount.asLong(),
                text(facts, "currency"),
                text(facts, "reason"),
                text(facts, "status"));
    }

    static boolean tells(String message) {
        return message.equals(Message.PAYMENT_DISPUTED) || message.equals(Message.PAYMENT_DISPUTE_CLOSED);
    }

    Map<String, Object> data(String message) {
        if (message.equals(Message.PAYMENT_DISPUTE_CLOSED)) {
            Map<String, Object> closing = new LinkedHashMap<>();
            closing.put("disputeId", id);
            closing.put("status", status);
            return Map.of("closing", closing);
        }
        Map<String, Object> dispute = new LinkedHashMap<>();
        dispute.put("id", id);
        dispute.put("amount", amount);
        dispute.put("currency", currency);
        dispute.put("reason", reason);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("order", Map.of("id", order));
        data.put("payment", Map.of("id", payment));
        data.put("dispute", dispute);
        return data;
    }
}
