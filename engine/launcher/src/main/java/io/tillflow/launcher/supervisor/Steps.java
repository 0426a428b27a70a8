package io.tillflow.launcher.supervisor;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line a step, with the time it took. */
public final class Steps {

    private final PrintStream out;
    private final long begun = System.nanoTime();

    public Steps(PrintStream out) {
        this.out = out;
    }

    /** For example {@code   zeebe        ready on port 8084   9.1 s}. */
    public synchronized void done(String name, String what, long sinceNanos) {
        out.println(line(name, what, Duration.ofNanos(System.nanoTime() - sinceNanos)));
        out.flush();
    }

    public synchronized void say(String text) {
        out.println(text);
        out.flush();
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    static String line(String name, String what, Duration took) {
        return String.format(Locale.ROOT, "  %-12s %-44s %6s", name, what, seconds(took));
    }

    /** For example {@code 9.1 s}. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
