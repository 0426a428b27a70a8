package io.tillflow.launcher.demo.proof;

/**
 * Things of an order that came or come back.
 *
 * @param order the id of the order
 * @param refunded what the shop told its shopper was given back, in minor units
 * @param restocked the pieces that are on sale again
 */
public record ReturnFact(String id, String order, String state, long refunded, int restocked) {}
