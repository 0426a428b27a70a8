package io.tillflow.launcher.demo.plan;

/** How large a run is, how fast its shoppers come and what draws their plans. */
public record Scope(int orders, double rate, long seed) {
    public Scope {
        if (orders < 1) {
            throw new IllegalArgumentException("expected at least 1 order, but got " + orders);
        }
        if (!(rate > 0)) {
            throw new IllegalArgumentException("expected a rate above 0 orders a second, but got " + rate);
        }
    }
}
