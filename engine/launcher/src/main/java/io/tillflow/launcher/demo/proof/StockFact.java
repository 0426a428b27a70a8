package io.tillflow.launcher.demo.proof;

/** What the shop says it has of a sku. */
public record StockFact(String sku, int onHand, int held, int reserved, int allocated) {}
