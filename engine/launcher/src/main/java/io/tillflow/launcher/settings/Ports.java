package io.tillflow.launcher.settings;

import io.tillflow.launcher.Trouble;
import java.net.URI;

/** The port table for one base port, so that a second copy fits beside the first. */
public record Ports(int base) {

    private static final int HIGHEST_BASE = 65_535 - Port.values().length;

    public Ports {
        if (base < 1 || base > HIGHEST_BASE) {
            throw new Trouble("The base port must lie between 1 and " + HIGHEST_BASE + ", but is " + base
                    + ": choose another with --port-base or ports.base in tillflow.yml.");
        }
    }

    public int of(Port port) {
        return base + port.offset();
    }

    /** An address on loopback, as the parts reach each other. */
    public URI url(Port port) {
        return URI.create("http://127.0.0.1:" + of(port));
    }
}
