package io.tillflow.engine.history;

/** How many rows match, counted no further than a cap: counting on would cost more than the number is worth. */
public record Count(long value, boolean atLeast) {

    static Count capped(long counted, long cap) {
        return new Count(Math.min(counted, cap), counted > cap);
    }
}
