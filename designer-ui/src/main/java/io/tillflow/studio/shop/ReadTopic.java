package io.tillflow.studio.shop;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the shop's model says a question is about.
 *
 * @param topic "unknown" where it is about nothing the model knows
 * @param counts whether the table of topics took it; it is left to a person where it does not and the words say something else
 */
public record ReadTopic(String topic, double probability, boolean counts) {
    private static final String NO_MODEL = "none";
    private static final String NOBODY = "nobody";

    /** Nothing where no model was asked. */
    public static Optional<ReadTopic> in(String variables) {
        try {
            JsonNode all = JsonMapper.shared().readTree(variables);
            JsonNode said = all.path("reading");
            String by = all.path("about").path("by").asString(NOBODY);
            String topic = said.path("topic").asString(NO_MODEL);
            return topic.equals(NO_MODEL)
                    ? Optional.empty()
                    : Optional.of(
                            new ReadTopic(topic, said.path("topicProbability").asDouble(0), !by.equals(NOBODY)));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
