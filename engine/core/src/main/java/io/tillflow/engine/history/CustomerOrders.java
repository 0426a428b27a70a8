package io.tillflow.engine.history;

import java.util.Set;

/** Whoever keeps the orders knows whose they are: history itself has nothing personal. */
@FunctionalInterface
public interface CustomerOrders {

    /** For histories whose orders nobody keeps. */
    CustomerOrders NONE = words -> Set.of();

    /**
     * The business keys of the orders of customers with these words in their name or address.
     *
     * @throws IllegalArgumentException when they are of too many to look through
     */
    Set<String> of(String words);
}
