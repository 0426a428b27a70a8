package io.tillflow.launcher.demo.proof;

/**
 * What the shop says is set aside of a sku at a location for somebody.
 *
 * @param owner the id of an order, or of a return that something is sent for instead
 */
public record ShareFact(String owner, String sku, String location, int quantity) {}
