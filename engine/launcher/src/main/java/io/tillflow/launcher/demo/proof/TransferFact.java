package io.tillflow.launcher.demo.proof;

import org.jspecify.annotations.Nullable;

/**
 * Things that went from one location to another, as the shop has it.
 *
 * @param arrived how many did; null while they are on their way
 * @param returned they came back to where they were sent from
 */
public record TransferFact(
        String id,
        String sku,
        String origin,
        String target,
        int quantity,
        @Nullable Integer arrived,
        boolean returned) {}
