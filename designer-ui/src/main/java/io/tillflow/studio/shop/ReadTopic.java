package io.tillflow.studio.shop;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the shop's model says a question is about.
 *
 * @param topic "unknown" where it is about nothing the model knows
 */
public record ReadTopic(String topic, double probability) {
    private static final String NO_MODEL = "none";

    /** Nothing where no model was asked. */
    public static Optional<ReadTopic> in(String variables) {
        try {
            JsonNode said = JsonMapper.shared().readTree(variables).path("reading");
            String topic = said.path("topic").asString(NO_MODEL);
            return topic.equals(NO_MODEL)
                    ? Optional.empty()
                    : Optional.of(
                            new ReadTopic(topic, said.path("topicProbability").asDouble(0)));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
