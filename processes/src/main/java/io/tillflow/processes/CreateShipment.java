package io.tillflow.processes;

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

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/create-shipment/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public CreateShipment {
        Given.text("orderId", orderId);
        Given.text("carrier", carrier);
        Given.text("service", service);
        Given.text("effectKey", effectKey);
    }
}
