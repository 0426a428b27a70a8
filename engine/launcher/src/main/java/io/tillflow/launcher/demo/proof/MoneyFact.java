package io.tillflow.launcher.demo.proof;

/**
 * Money that a provider moved: a charge or a refund, by the list it is in.
 *
 * @param order the id of the order, as the provider was told when the payment was opened
 */
public record MoneyFact(String id, String payment, String order, long amount, String currency, String at) {}
