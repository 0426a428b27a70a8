package io.tillflow.launcher.demo.proof;

/** A parcel as its carrier has it. */
public record ShipmentFact(String id, String order, String status, String carrier, String trackingNumber) {}
