package io.tillflow.models.measure;

/** Seconds since it was made. */
public final class Stopwatch {
    private final long begun = System.nanoTime();

    public double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
