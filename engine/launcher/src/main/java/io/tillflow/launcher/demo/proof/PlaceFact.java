package io.tillflow.launcher.demo.proof;

/** What the shop says lies of a sku at a location, and how much of it is set aside. */
public record PlaceFact(String sku, String location, int onHand, int allocated) {}
