package io.tillflow.connectors.http;

import java.time.Duration;
import java.util.List;

/** Which hosts tests may reach. */
public final class TestReach {
    private TestReach() {}

    public static Reach of(String... own) {
        return new Reach(new HttpSettings(List.of(), List.of(own), 1_000, Duration.ofSeconds(5)));
    }
}
