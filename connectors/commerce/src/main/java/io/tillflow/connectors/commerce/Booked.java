package io.tillflow.connectors.commerce;

/** How many of a purchase are here, and how many of it did not come. */
public record Booked(int received, int missing) {}
