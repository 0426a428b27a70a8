package io.tillflow.processes;

/** Input of {@link OfferedJobType#SHIPPING_CANCEL_SHIPMENT}: a parcel that shall not leave; no output. */
public record CancelShipment(
        @Field(label = "Shipment", help = "As creating it answered.", from = "=shipment.id")
        String shipmentId,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/cancel-shipment/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public CancelShipment {
        Given.text("shipmentId", shipmentId);
        Given.text("effectKey", effectKey);
    }
}
