package io.tillflow.launcher.demo.robots;

import io.tillflow.launcher.demo.plan.PlannedOrder;
import io.tillflow.launcher.demo.suite.Storefront.Placed;
import java.time.Instant;

/** How a shopper's visit went, as the shopper saw it. */
public sealed interface Visit {
    PlannedOrder planned();

    /**
     * The shop accepted the order at that instant.
     *
     * @param trouble what kept the shopper from going on as planned; empty when nothing did
     */
    record Ordered(PlannedOrder planned, Placed order, Instant acceptedAt, String trouble) implements Visit {}

    /** The shop had not enough of something. */
    record TurnedAway(PlannedOrder planned) implements Visit {}

    /** The shopper came away without knowing; what the shop did of it is for the comparison to find out. */
    record Failed(PlannedOrder planned, String trouble) implements Visit {}
}
