package io.tillflow.launcher.demo.proof;

/**
 * A payment as its provider has it.
 *
 * @param order the id of the order it is for, as it was told when the payment was opened
 */
public record PaymentFact(String id, String order, String status, long amount, String currency) {}
