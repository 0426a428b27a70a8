package io.tillflow.storefront.returns;

import org.jspecify.annotations.Nullable;

/** What the automation hears of a return: ids and small values, nothing personal. */
record ReturnedEvent(String businessKey, Sold order, Paid payment, Asked request) {
    record Sold(String id, String number, String currency, String country) {}

    record Paid(@Nullable String id) {}

    /**
     * @param worth the amount in the shop's own currency, which decisions compare
     * @param daysAllowed what the shop promised when it was ordered
     * @param exchange only where something is wanted instead
     */
    record Asked(
            String id,
            String reason,
            long amount,
            long worth,
            int items,
            int weightGrams,
            long daysSince,
            int daysAllowed,
            @Nullable Exchange exchange) {}

    /** @param refund what goes back beside it, in minor units */
    record Exchange(int items, int weightGrams, long refund) {}
}
