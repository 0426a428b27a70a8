package io.tillflow.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExporterSettingsTest {

    private final Map<String, Object> args = new HashMap<>(Map.of(
            "url", "jdbc:postgresql://127.0.0.1/x", "user", "u", "password", "p", "archivedirectory", "/tmp/archive"));

    @Test
    void hasDefaultsForAllLimits() {
        ExporterSettings settings = ExporterSettings.of(args);
        assertThat(settings.retention()).isZero();
        assertThat(settings.flushInterval()).isLessThanOrEqualTo(Duration.ofMillis(100));
        assertThat(settings.archive().directory()).hasToString("/tmp/archive");
    }

    @Test
    void refusesWhatItCannotRead() {
        refuses("retentionDays", "soon", "retentionDays to be a whole number of at least 0, but was soon");
        refuses("bufferRecords", "0", "bufferRecords to be a whole number of at least 1, but was 0");
        refuses("retentoinDays", "1", "but found [retentoindays]");
        refuses("url", "jdbc:mysql://x", "but was jdbc:mysql://x");
        refuses("user", " ", "arg user, but it is missing");
    }

    private void refuses(String name, String value, String message) {
        Map<String, Object> changed = new HashMap<>(args);
        changed.put(name, value);
        assertThatThrownBy(() -> ExporterSettings.of(changed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void keepsThePasswordToItself() {
        args.put("password", "s3cret");
        assertThat(ExporterSettings.of(args).toString()).doesNotContain("s3cret");
    }
}
