package io.tillflow.studio.shop;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prices that should earn more, for a person to accept or refuse; money in minor units.
 *
 * @param version of the price model; none while none is in use, then there are neither proposals nor silence
 * @param asOf the last day it knew
 * @param table version of the guardrails
 * @param silent variants of which the model knows something, and yet nothing is proposed
 */
record PriceProposals(
        @Nullable Integer version, @Nullable LocalDate asOf, int table, List<Proposed> items, List<Silent> silent) {

    /** Why nothing is proposed. */
    enum Why {
        /** The guardrails say not to. */
        NOT_WANTED,
        /** No rule of the guardrails fits. */
        NO_RULE,
        /** Another price is planned, or holds for a time. */
        PLANNED,
        /** It must show first what the last change did. */
        CHANGED_LATELY,
        /** What is bought does not fall when the price rises, so nothing can be told. */
        NO_ANSWER,
        /** No allowed price pays beyond doubt. */
        NOTHING_PAYS,
        /** A person did not want it. */
        REFUSED
    }

    /** A variant without a proposal. */
    record Silent(String sku, String name, String variant, Why why) {}

    /**
     * A proposal.
     *
     * @param elasticity percent of units a percent of price, with one standard error
     * @param unitsChange expected, as a part of today's
     * @param profitChange expected, as a part of today's; at worst and at best in four of five cases
     * @param costShare the part of the price that it is taken to cost
     */
    record Proposed(
            String sku,
            String name,
            String variant,
            long price,
            long proposed,
            double weeklyUnits,
            double elasticity,
            double error,
            double unitsChange,
            double profitChange,
            double profitChangeAtWorst,
            double profitChangeAtBest,
            double costShare) {}
}
