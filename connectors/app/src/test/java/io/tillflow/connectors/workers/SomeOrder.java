package io.tillflow.connectors.workers;

import io.tillflow.connectors.commerce.OrderFacts;
import java.util.List;

/** An order of our own shop as it would tell of it. */
final class SomeOrder {
    private SomeOrder() {}

    /** @param raised whether it was paid anew, with that payment */
    static OrderFacts paidWith(String id, String paymentId, boolean raised) {
        return new OrderFacts(
                id,
                "UM-1",
                "mara@example.org",
                null,
                "EUR",
                "en",
                11_200,
                null,
                null,
                490,
                1400,
                false,
                "/orders/1",
                new OrderFacts.Place("Mara Lindqvist", "Long Lane 1", "", "10115", "Berlin", "DE"),
                List.of(),
                null,
                paymentId,
                raised,
                null);
    }
}
