package io.tillflow.connectors.shipping.easypost;

import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.shipping.Rate;
import io.tillflow.connectors.shipping.Shipment;
import io.tillflow.connectors.shipping.ShipmentStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A shipment as EasyPost tells it, in our words. */
record EasyPostParcel(JsonNode told) {
    private static final Comparator<JsonNode> CHEAPEST =
            Comparator.comparing(rate -> new BigDecimal(rate.path("rate").asString("0")));
    private static final int LONGEST_WAY = 99;

    String id() {
        return told.path("id").asString("");
    }

    boolean isBought() {
        return told.path("selected_rate").isObject();
    }

    String carrier() {
        return told.path("selected_rate").path("carrier").asString("");
    }

    String labelUrl() {
        return told.path("postage_label").path("label_url").asString("");
    }

    Shipment shipment() {
        String reference = told.path("reference").asString("");
        int end = reference.indexOf(EasyPostShipping.PARTS);
        return new Shipment(
                id(),
                end < 0 ? reference : reference.substring(0, end),
                carrier(),
                told.path("selected_rate").path("service").asString(""),
                told.path("tracking_code").asString(""),
                status(),
                told.path("tracker").path("public_url").asString(""));
    }

    ShipmentStatus status() {
        String refund = told.path("refund_status").asString("");
        if (refund.equals("submitted") || refund.equals("refunded")) {
            return ShipmentStatus.CANCELLED;
        }
        return switch (told.path("status").asString("")) {
            case "delivered" -> ShipmentStatus.DELIVERED;
            case "failure", "return_to_sender" -> ShipmentStatus.LOST;
            case "cancelled" -> ShipmentStatus.CANCELLED;
            default -> ShipmentStatus.IN_TRANSIT;
        };
    }

    /** The cheapest first. */
    List<Rate> rates() {
        return offers().sorted(CHEAPEST)
                .map(it -> new Rate(
                        it.path("carrier").asString(""),
                        it.path("service").asString(""),
                        money(it),
                        it.path("delivery_days").asInt(0)))
                .toList();
    }

    boolean hasRates() {
        return !told.path("rates").isEmpty();
    }

    String carriers() {
        return offers().map(it -> it.path("carrier").asString("")).distinct().collect(Collectors.joining(", "));
    }

    /**
     * The rate to buy: of the carriers whose name begins so, the quickest for express and the cheapest for all else.
     *
     * @param carrier empty for any
     */
    Optional<String> rate(String carrier, String service) {
        Comparator<JsonNode> quickest = Comparator.<JsonNode>comparingInt(
                        it -> it.path("delivery_days").asInt(LONGEST_WAY))
                .thenComparing(CHEAPEST);
        return offers().filter(it -> isOf(it.path("carrier").asString(""), carrier))
                .min(service.equalsIgnoreCase("express") ? quickest : CHEAPEST)
                .map(it -> it.path("id").asString(""));
    }

    static boolean isOf(String offered, String carrier) {
        return offered.toLowerCase(Locale.ROOT).startsWith(carrier.toLowerCase(Locale.ROOT));
    }

    private Stream<JsonNode> offers() {
        return told.path("rates").valueStream();
    }

    private static Money money(JsonNode rate) {
        String currency = rate.path("currency").asString("USD");
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        BigDecimal amount = new BigDecimal(rate.path("rate").asString("0"));
        return new Money(
                amount.movePointRight(digits).setScale(0, RoundingMode.HALF_UP).longValueExact(), currency);
    }
}
