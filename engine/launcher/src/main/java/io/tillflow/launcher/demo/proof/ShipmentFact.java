package io.tillflow.launcher.demo.proof;

/**
 * A parcel as its carrier has it.
 *
 * @param order what it is reported as: an order, or a return whose goods were exchanged
 */
public record ShipmentFact(String id, String order, String status, String carrier, String trackingNumber) {}
