package io.tillflow.connectors.shipping;

import io.tillflow.connectors.provider.Money;

/** A carrier's offer. */
public record Rate(String carrier, String service, Money price, int days) {}
