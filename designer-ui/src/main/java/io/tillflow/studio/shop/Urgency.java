package io.tillflow.studio.shop;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How urgent a question is, as the table {@code support-urgency} said.
 *
 * @param level now, today or normal, or what an analyst's table says
 * @param reason empty for none
 */
public record Urgency(String level, String reason) {
    /** Nothing where no table was asked. */
    public static Optional<Urgency> in(String variables) {
        try {
            JsonNode said = JsonMapper.shared().readTree(variables).path("urgency");
            String level = said.path("level").asString("");
            return level.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Urgency(level, said.path("reason").asString("")));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
