package io.tillflow.launcher.demo.suite;

import java.util.Map;

/**
 * How a rehearsal of crashes went.
 *
 * @param deaths how often the connectors' process died
 * @param interrupted jobs whose effect had happened and whose completion had not, by the class of the effect
 */
public record Drill(int deaths, Map<String, Long> interrupted) {
    public Drill {
        interrupted = Map.copyOf(interrupted);
    }
}
