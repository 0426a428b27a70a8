package io.tillflow.launcher.demo.proof;

/**
 * A change of stock.
 *
 * @param order empty when the movement is for no order
 * @param exchange the id of the return that something else is set aside for; empty for anything else
 * @param transfer the id of the transfer that it is part of; empty for anything else
 * @param location where it happened; empty where a promise is made or taken back
 */
public record MovementFact(
        String id,
        String kind,
        String sku,
        int quantity,
        String order,
        String exchange,
        String transfer,
        String location,
        String at) {
    /** The order or the exchange that it is for; empty when for neither. */
    String owner() {
        return order.isEmpty() ? exchange : order;
    }
}
