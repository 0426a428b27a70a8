package io.tillflow.launcher.demo.proof;

/**
 * A change of stock.
 *
 * @param order empty when the movement is for no order
 */
public record MovementFact(String id, String kind, String sku, int quantity, String order, String at) {}
