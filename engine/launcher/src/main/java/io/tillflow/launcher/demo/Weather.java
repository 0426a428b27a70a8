package io.tillflow.launcher.demo;

import io.tillflow.launcher.demo.DemoOptions.Faults;
import io.tillflow.launcher.demo.suite.Providers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How well the providers behave during a run: fair again when it ends, also when it is broken off. */
final class Weather implements AutoCloseable {
    private static final List<String> PROVIDERS = List.of("payments", "shipping");

    private final Providers providers;
    private final boolean foul;
    private final Thread whenBrokenOff = new Thread(this::clear, "fair weather again");

    Weather(Providers providers, Faults faults) {
        this.providers = providers;
        this.foul = faults == Faults.CONNECTORS;
    }

    void turn() {
        if (foul) {
            Runtime.getRuntime().addShutdownHook(whenBrokenOff);
            PROVIDERS.forEach(provider -> providers.fault(storm(provider)));
        }
    }

    @Override
    public void close() {
        if (foul) {
            clear();
            Runtime.getRuntime().removeShutdownHook(whenBrokenOff);
        }
    }

    private void clear() {
        PROVIDERS.forEach(provider -> providers.fault(fault(provider, 0, 0, 0, 1)));
    }

    private static Map<String, Object> storm(String provider) {
        return fault(provider, 120, 0.08, 0.04, 2);
    }

    private static Map<String, Object> fault(
            String provider, int latencyMs, double failureRate, double lostAnswerRate, int webhookCopies) {
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put("provider", provider);
        fault.put("latencyMs", latencyMs);
        fault.put("failureRate", failureRate);
        fault.put("lostAnswerRate", lostAnswerRate);
        fault.put("webhookDelayMs", 0);
        fault.put("webhookCopies", webhookCopies);
        fault.put("webhookShuffleMs", webhookCopies > 1 ? 1500 : 0);
        return fault;
    }
}
