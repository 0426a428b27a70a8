package io.tillflow.connectors.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T09:30:00Z"), ZoneOffset.UTC);

    @Test
    void readsSecondsAndDates() {
        assertThat(RetryAfter.of("7", CLOCK)).isEqualTo(Duration.ofSeconds(7));
        assertThat(RetryAfter.of("Sat, 31 Jan 2026 09:31:30 GMT", CLOCK)).isEqualTo(Duration.ofSeconds(90));
        assertThat(RetryAfter.of("Sat, 31 Jan 2026 09:29:00 GMT", CLOCK)).isEqualTo(Duration.ZERO);
    }

    @Test
    void waitsAnHourAtMost() {
        assertThat(RetryAfter.of("86400", CLOCK)).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-3", "99999999999999999999"})
    void whatIsNotUsableIsNotThere(String header) {
        assertThat(RetryAfter.of(header, CLOCK)).isNull();
    }
}
