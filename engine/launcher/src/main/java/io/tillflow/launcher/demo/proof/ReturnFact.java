package io.tillflow.launcher.demo.proof;

import java.util.Set;

/**
 * Things of an order that came or come back.
 *
 * @param order the id of the order
 * @param refunded what the shop told its shopper was given back, in minor units
 * @param restocked the pieces that are on sale again
 * @param instead the pieces that its shopper wants instead
 */
public record ReturnFact(String id, String order, String state, long refunded, int restocked, int instead) {
    private static final Set<String> ENDED = Set.of("EXCHANGED", "REFUNDED", "REFUSED");

    boolean exchanged() {
        return "EXCHANGED".equals(state);
    }

    boolean ended() {
        return ENDED.contains(state);
    }
}
