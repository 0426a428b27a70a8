package io.tillflow.launcher.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What a measurement was taken on. */
final class Machine {

    private static final double GIGA = 1 << 30;

    private Machine() {}

    static String describe() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        String memory = system instanceof com.sun.management.OperatingSystemMXBean known
                ? String.format(Locale.ROOT, ", %.0f GiB", known.getTotalMemorySize() / GIGA)
                : "";
        return system.getAvailableProcessors() + " cores" + memory + ", " + system.getName() + " " + system.getArch()
                + ", Java " + Runtime.version().feature() + ", load "
                + String.format(Locale.ROOT, "%.1f", system.getSystemLoadAverage());
    }
}
