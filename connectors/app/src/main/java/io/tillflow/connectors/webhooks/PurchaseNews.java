package io.tillflow.connectors.webhooks;

import static io.tillflow.connectors.webhooks.Payload.text;

import io.tillflow.processes.PurchaseStatus;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a supplier says of a purchase, as a waiting process gets it; who else is named in it stays outside. */
final class PurchaseNews {
    static final String TYPE = "purchase.updated";

    private static final int MOST = 1_000_000;

    private PurchaseNews() {}

    static Map<String, Object> of(JsonNode facts) {
        String status = text(facts, "status");
        if (Arrays.stream(PurchaseStatus.values())
                .noneMatch(known -> known.name().equals(status))) {
            throw new IllegalArgumentException("expected status in the webhook to be one of "
                    + Arrays.toString(PurchaseStatus.values()) + ", was " + status);
        }
        JsonNode quantity = facts.path("quantity");
        if (!quantity.isIntegralNumber() || quantity.asLong() < 0 || quantity.asLong() > MOST) {
            throw new IllegalArgumentException(
                    "expected quantity in the webhook to be a whole number from 0 to " + MOST);
        }
        Map<String, Object> news = new LinkedHashMap<>();
        news.put("purchaseId", text(facts, "id"));
        news.put("status", status);
        news.put("quantity", quantity.asLong());
        if (facts.path("expectedOn").isString()) {
            news.put("expectedOn", day(text(facts, "expectedOn")));
        }
        return news;
    }

    private static String day(String said) {
        try {
            return LocalDate.parse(said).toString();
        } catch (DateTimeParseException expected) {
            throw new IllegalArgumentException(
                    "expected expectedOn in the webhook to be a day like 2026-03-31, was " + said);
        }
    }
}
