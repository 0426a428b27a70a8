package io.tillflow.processes;

/** Input of {@link JobType#SHIPPING_CREATE_SHIPMENT}; or {@link ErrorCode#ADDRESS_UNDELIVERABLE}. */
public record CreateShipment(String orderId, String carrier, String service, String effectKey) {
    /** Refuses what no worker could use. */
    public CreateShipment {
        Given.text("orderId", orderId);
        Given.text("carrier", carrier);
        Given.text("service", service);
        Given.text("effectKey", effectKey);
    }
}
