package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.intelligence.SupportTopics;
import io.tillflow.connectors.intelligence.SupportTopics.Said;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** The model that reads questions, from what people sorted to what it says of new ones; only the shop's view is made up. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupportTopicsIT extends RegistryCalls {
    private static SupportTopics topics() {
        return app.bean(SupportTopics.class);
    }

    private static String topic(String question, String words) {
        return topics().of(question, "en", () -> words).topic();
    }

    @Test
    @Order(1)
    void withoutAVersionNothingIsSaidAndTooFewQuestionsMakeNone() throws Exception {
        Said said = topics().of("nobody", "en", () -> {
            throw new IllegalStateException("no version, no words");
        });
        assertThat(said.topic()).isEqualTo("none");
        PastOrders.questionsInGerman(200);
        String none = ask("support");
        awaitDone(none);
        assertThat(state(none))
                .isEqualTo("TOO_LITTLE there is no question in English that people sorted yet to learn from");
        PastOrders.questions(40, "asked");
        String few = ask("support");
        awaitDone(few);
        assertThat(state(few))
                .isEqualTo("TOO_LITTLE there are 40 questions in English that people sorted; 60 are needed");
    }

    @Test
    @Order(2)
    void whatPeopleSortedIsLearnedAndNewQuestionsAreRead() throws Exception {
        PastOrders.questions(120, "told");
        awaitEnd(ask("support"), "version-live");
        JsonNode live = models().at("/items/5/live");
        assertThat(live.at("/rows").asInt()).isEqualTo(160);
        assertThat(live.at("/baselineName").asString()).isEqualTo("by the words table");
        assertThat(live.at("/gainAtWorst").asDouble()).isPositive();
        for (int i = 0; i < 32; i++) {
            Said said = topics().of("own-" + i, "en", () -> "I want to send the kettle back, it is too big");
            assertThat(said.topic()).isEqualTo("RETURN");
            assertThat(said.probability()).isBetween(0.2, 1.0);
        }
        assertThat(topic("odd", "my cat plays the violin on Mars")).isEqualTo("unknown");
        assertThat(topic("long", "I wonder where the parcel is. ".repeat(20))).isEqualTo("unknown");
        Said german = topics().of("German", "de", () -> {
            throw new IllegalStateException("left to the table of words, so no words");
        });
        assertThat(german.topic()).isEqualTo("none");
    }

    @Test
    @Order(3)
    void whatItSaidIsHeldAgainstWhatPeopleSayAndItIsTakenBack() throws Exception {
        PastOrders.sorted("own-", 32);
        JsonNode answers = models().at("/items/5/answers");
        assertThat(answers.at("/orders").asInt()).isEqualTo(32);
        assertThat(answers.at("/figure").asDouble()).isEqualTo(0.75);
        assertThat(answers.at("/rule").asDouble()).isEqualTo(0.25);
        assertThat(call("POST", "/support/rollback", "{\"by\":\"ada\"}").statusCode())
                .isEqualTo(200);
        assertThat(topic("late", "I want to send the kettle back")).isEqualTo("none");
    }
}
