package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#SHIPPING_CREATE_SHIPMENT}; or {@link ErrorCode#ADDRESS_UNDELIVERABLE}. */
public record CreateShipment(
        @Field(label = "Order", from = "=order.id") String orderId,

        @Field(
                label = "Carrier",
                help = "For instance from the decision carrier-choice.",
                from = "=carrierChoice.carrier")
        String carrier,

        @Field(label = "Service", from = "=carrierChoice.service")
        String service,

        @Field(label = "Reported as", help = "What the carrier's news are about; the order when left out.") @Nullable
        String reference,

        @Field(label = "Weight in grams", help = "The order's when left out.") @Nullable
        Integer weightGrams,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/create-shipment/1\"")
        String effectKey) {
    /** A parcel with all of the order. */
    public CreateShipment(String orderId, String carrier, String service, String effectKey) {
        this(orderId, carrier, service, null, null, effectKey);
    }

    /** Refuses what no worker could use. */
    public CreateShipment {
        Given.text("orderId", orderId);
        Given.text("carrier", carrier);
        Given.text("service", service);
        Given.text("effectKey", effectKey);
    }
}
