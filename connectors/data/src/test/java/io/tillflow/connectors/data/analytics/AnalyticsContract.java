package io.tillflow.connectors.data.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.provider.EffectKey;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every provider must do. */
public abstract class AnalyticsContract {
    protected static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final String name = "confirmed-" + UUID.randomUUID();

    protected abstract Analytics analytics();

    @Test
    void countsAnEventOnceForItsKey() {
        track("o1", "7f3", NOON);
        track("o1", "7f3", NOON);
        track("o2", "7f4", NOON.plusSeconds(1));
        assertThat(count(NOON, NOON.plusSeconds(60))).isEqualTo(2);
    }

    @Test
    void countsWithinATimeWhoseEndDoesNotBelongToIt() {
        track("o1", "7f3", NOON);
        track("o2", "7f3", NOON.plusSeconds(60));
        assertThat(count(NOON, NOON.plusSeconds(60))).isEqualTo(1);
        assertThat(count(NOON.plusSeconds(1), NOON.plusSeconds(61))).isEqualTo(1);
        assertThat(count(NOON.minusSeconds(60), NOON)).isZero();
    }

    private void track(String key, String subject, Instant at) {
        analytics()
                .track(
                        new CountedEvent(name, subject, at, Map.of("total", 4200)),
                        new EffectKey(name + "/count-" + key + "/1"));
    }

    private long count(Instant from, Instant to) {
        return analytics().count(new EventQuestion(name, from, to));
    }
}
