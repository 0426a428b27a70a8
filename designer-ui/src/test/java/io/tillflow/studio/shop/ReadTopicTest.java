package io.tillflow.studio.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadTopicTest {
    @Test
    void isWhatTheModelSaidAndNothingWhereNoneWasAsked() {
        assertThat(ReadTopic.in("""
                {"reading": {"topic": "INVOICE", "topicProbability": 0.95}, "about": {"topic": "INVOICE", "by": "model"}}""")).contains(new ReadTopic("INVOICE", 0.95, true));
        assertThat(ReadTopic.in("""
                {"reading": {"topic": "RETURN", "topicProbability": 0.44}, "about": {"topic": "OTHER", "by": "nobody"}}""")).contains(new ReadTopic("RETURN", 0.44, false));
        assertThat(ReadTopic.in("""
                {"reading": {"topic": "none", "topicProbability": 0}}""")).isEmpty();
        assertThat(ReadTopic.in("""
                {"reading": {"sign": "none"}}""")).isEmpty();
        assertThat(ReadTopic.in("not JSON")).isEmpty();
    }
}
