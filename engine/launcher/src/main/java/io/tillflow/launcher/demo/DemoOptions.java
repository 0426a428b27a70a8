package io.tillflow.launcher.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run of the demo was asked for.
 *
 * @param shoppers how many are in the shop at once at most; an order whose time has come waits for a free shopper
 * @param stock how many there are of the one article that everybody then wants; negative for a run as planned
 * @param settle whether somebody restocks, reviews and delivers until nothing waits
 * @param kills how often a part of the suite is killed meanwhile
 * @param crashes how often the connectors die between effects and completions meanwhile
 */
record DemoOptions(
        int orders,
        double rate,
        long seed,
        Faults faults,
        int shoppers,
        int stock,
        boolean settle,
        int kills,
        int crashes,
        Optional<Path> dump) {

    /** Which parts of the suite misbehave meanwhile. */
    enum Faults {
        NONE,
        CONNECTORS,
        ALL
    }

    boolean contested() {
        return stock >= 0;
    }
}
