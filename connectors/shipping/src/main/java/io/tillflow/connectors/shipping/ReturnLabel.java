package io.tillflow.connectors.shipping;

/** A label to print; {@code url} is a path on the shop or an address of the carrier. */
public record ReturnLabel(String shipmentId, String trackingNumber, String url) {}
