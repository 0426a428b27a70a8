package io.tillflow.processes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a scripted worker says to a job. */
sealed interface Answer {
    /** The step is done. */
    record Completes(Map<String, ? extends @Nullable Object> variables) implements Answer {}

    /** An expected failure. */
    record Throws(String code) implements Answer {}

    /** Provider trouble, and no retry left. */
    record GivesUp(String message) implements Answer {}

    /** What a worker of this type says on a good day. */
    static Answer usual(String jobType) {
        return new Completes(
                switch (jobType) {
                    case JobType.PAYMENTS_VERIFY -> Map.of("status", "AUTHORISED");
                    case JobType.PAYMENTS_CREATE_LINK ->
                        Map.of("paymentId", "payment-2", "paymentUrl", "/sandbox/pay/payment-2");
                    case JobType.PAYMENTS_CAPTURE -> Map.of("receipt", "receipt-1");
                    case JobType.PAYMENTS_LOOK_AT_DISPUTE -> disputed(11_200, true, "OPEN");
                    case JobType.PAYMENTS_ANSWER_DISPUTE -> Map.of("status", "ANSWERED");
                    case JobType.PAYMENTS_REFUND -> Map.of("refunded", 4200);
                    case JobType.PAYMENTS_REFUND_PART -> Map.of("refunded", 4200);
                    case JobType.COMMERCE_READ_SUPPORT -> read("en", "none");
                    case JobType.COMMERCE_ANSWER_SUPPORT ->
                        Map.of("outcome", "GIVEN", "messageId", "message-1", "number", 7);
                    case JobType.SHIPPING_CREATE_RETURN_LABEL ->
                        Map.of("trackingNumber", "TR1", "labelUrl", "/label/TR1");
                    case JobType.SHIPPING_CREATE_SHIPMENT ->
                        Map.of("shipmentId", "shipment-1", "trackingNumber", "TN1", "trackingUrl", "/track/TN1");
                    case JobType.SUPPLIERS_REQUEST_QUOTE ->
                        Map.of("quantity", 24, "unitPrice", 1440, "total", 34_560, "leadDays", 12);
                    case JobType.INTELLIGENCE_EXPECT_DEMAND -> Map.of("expectedDemand", 40.5);
                    case JobType.INTELLIGENCE_ASSIGN_ARM -> Map.of("arm", "remind");
                    case JobType.SUPPLIERS_PLACE_ORDER -> Map.of("purchaseId", "po-1");
                    case JobType.COMMERCE_READ_PRICE -> costs(2400);
                    case JobType.INTELLIGENCE_LOOK_FOR_SLOW_SELLERS -> Map.of("told", 1);
                    case JobType.ANALYTICS_ASK -> Map.of("rows", List.of(Map.of("units", 5)), "more", false);
                    case JobType.COMMERCE_BOOK_IN_GOODS -> Map.of("received", 24, "missing", 0);
                    case JobType.COMMERCE_LOOK_FOR_LOW_STOCK -> Map.of("told", 1);
                    case JobType.ANALYTICS_EXPORT ->
                        Map.of("written", 1, "rows", 12, "late", 0, "watermark", "2026-03-02T03:30:00Z");
                    default -> Map.of();
                });
    }

    /** What an article costs that always cost it. */
    static Map<String, @Nullable Object> costs(long price) {
        Map<String, @Nullable Object> offer = new HashMap<>(Map.of("price", price, "currency", "EUR", "lowest", price));
        offer.put("until", null);
        return offer;
    }

    /** What the shop reads out of a question. */
    static Map<String, Object> read(String language, String sign) {
        Map<String, Object> read = new HashMap<>(Map.of(
                "language",
                language,
                "languageProbability",
                0.98,
                "answerIn",
                language,
                "sign",
                sign,
                "insists",
                false,
                "daysLate",
                0,
                "messages",
                1,
                "orderTotal",
                11_200,
                "currency",
                "EUR",
                "orderState",
                "SHIPPED"));
        read.putAll(Map.of("names", List.of(), "otherOrders", List.of()));
        read.put("daysLeft", 30);
        read.put("topic", "none");
        read.put("topicProbability", 0);
        return read;
    }

    /** The same, with what the model says it is about. */
    static Map<String, Object> readsAs(String topic, double probability) {
        Map<String, Object> read = read("en", "none");
        read.put("topic", topic);
        read.put("topicProbability", probability);
        return read;
    }

    /** What the bank says of a dispute, and the shop of its order. */
    static Map<String, Object> disputed(long amount, boolean delivered, String status) {
        return Map.of(
                "number", "T-1",
                "status", status,
                "amount", amount,
                "currency", "EUR",
                "reason", "NOT_RECEIVED",
                "delivered", delivered,
                "evidence", "Order T-1 is delivered.");
    }
}
