package io.tillflow.launcher.demo;

import io.tillflow.launcher.demo.DemoOptions.Faults;
import io.tillflow.launcher.demo.suite.Drill;
import io.tillflow.launcher.demo.suite.Providers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How well the providers behave during a run: fair again when it ends, also when it is broken off. */
final class Weather implements AutoCloseable {
    private static final List<String> PROVIDERS = List.of("payments", "shipping");

    private final Providers providers;
    private final boolean foul;
    private final int crashes;
    private final Thread whenBrokenOff = new Thread(this::clear, "fair weather again");

    Weather(Providers providers, Faults faults, int crashes) {
        this.providers = providers;
        this.foul = faults == Faults.CONNECTORS;
        this.crashes = crashes;
    }

    void turn() {
        if (foul || crashes > 0) {
            Runtime.getRuntime().addShutdownHook(whenBrokenOff);
        }
        if (foul) {
            PROVIDERS.forEach(provider -> providers.fault(storm(provider)));
        }
        if (crashes > 0) {
            providers.drill(crashes);
        }
    }

    /** How often the connectors died so far, and what that interrupted. */
    Optional<Drill> drill() {
        return crashes > 0 ? Optional.of(providers.drilled()) : Optional.empty();
    }

    @Override
    public void close() {
        if (foul || crashes > 0) {
            clear();
            Runtime.getRuntime().removeShutdownHook(whenBrokenOff);
        }
    }

    private void clear() {
        if (crashes > 0) {
            providers.drill(0);
        }
        PROVIDERS.forEach(provider -> providers.fault(fault(provider, 0, 0, 0, 1)));
    }

    private static Map<String, Object> storm(String provider) {
        return fault(provider, 120, 0.06, 0.04, 2);
    }

    private static Map<String, Object> fault(
            String provider, int latencyMs, double failureRate, double lostAnswerRate, int webhookCopies) {
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put("provider", provider);
        fault.put("latencyMs", latencyMs);
        fault.put("failureRate", failureRate);
        fault.put("lostAnswerRate", lostAnswerRate);
        fault.put("busyRate", failureRate);
        fault.put("webhookDelayMs", 0);
        fault.put("webhookCopies", webhookCopies);
        fault.put("webhookShuffleMs", webhookCopies > 1 ? 1500 : 0);
        return fault;
    }
}
