package io.tillflow.exporter.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StorableTest {

    @Test
    void replacesWhatPostgresRefuses() {
        assertThat(Storable.text("a\0b\ud800c")).isEqualTo("a\ufffdb\ufffdc");
        assertThat(Storable.text("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
        assertThat(Storable.json("{\"k\\u0000\":[\"\\ud800\",1.5]}")).isEqualTo("{\"k\ufffd\":[\"\ufffd\",1.5]}");
    }

    @Test
    void leavesAnEscapedBackslashAlone() {
        assertThat(Storable.json("\"\\\\u0000\"")).isEqualTo("\"\\\\u0000\"");
    }

    @Test
    void cutsLongIdentifiersButKeepsThemApart() {
        String first = Storable.identifier("x".repeat(600) + "1");
        String second = Storable.identifier("x".repeat(600) + "2");
        assertThat(first).hasSize(500).isNotEqualTo(second);
        assertThat(Storable.identifier("charge")).isEqualTo("charge");
    }

    @Test
    void bringsTimesIntoTheCalendar() {
        assertThat(Storable.instant(0)).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(Storable.instant(Long.MAX_VALUE)).startsWith("9999-");
        assertThat(Storable.instant(Long.MIN_VALUE)).startsWith("0001-");
    }
}
