package io.tillflow.studio.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrgencyTest {
    @Test
    void isWhatTheTableSaid() {
        assertThat(Urgency.in("""
                {"urgency": {"level": "now", "reason": "legal", "urgent": true, "answerWithin": "PT2H"}, "note": "x"}""")).contains(new Urgency("now", "legal"));
        assertThat(Urgency.in("{\"urgency\": {\"level\": \"normal\"}}")).contains(new Urgency("normal", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not json", "{\"urgency\": \"now\"}", "{\"urgency\": null}", "[]"})
    void isNothingWhereNoTableWasAsked(String variables) {
        assertThat(Urgency.in(variables)).isEmpty();
    }
}
