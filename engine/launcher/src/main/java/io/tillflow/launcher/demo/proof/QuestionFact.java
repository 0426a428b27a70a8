package io.tillflow.launcher.demo.proof;

/**
 * What a shopper asked about an order.
 *
 * @param order the id of the order
 * @param answers how often the shop says it wrote back
 */
public record QuestionFact(String id, String order, String state, int answers) {}
