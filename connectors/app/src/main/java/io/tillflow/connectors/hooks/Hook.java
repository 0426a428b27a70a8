package io.tillflow.connectors.hooks;

import io.tillflow.connectors.secrets.SecretName;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * A webhook of one's own.
 *
 * @param message what its events are called
 * @param header where a caller puts signature or token
 * @param idFrom where the payload names the event, as a JSON pointer; null: the same payload is the same event
 * @param subjectFrom where the payload names what it is about; null: the event itself
 * @param variables what of the payload the process sees, name to JSON pointer; the rest stays out of the engine
 * @param perMinute how many genuine calls it takes a minute
 */
record Hook(
        String id,
        String message,
        Signing signing,
        String header,
        @Nullable String idFrom,
        @Nullable String subjectFrom,
        Map<String, String> variables,
        int perMinute,
        Instant changedAt,
        String changedBy) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,49}");
    private static final Pattern MESSAGE = Pattern.compile("[a-z][a-z0-9-]{0,99}");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,60}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,59}");
    private static final Set<String> OURS = Set.of("webhook", "dryRun");
    private static final int MOST_VARIABLES = 50;
    private static final int MOST_PER_MINUTE = 6_000;

    Hook {
        require(ID, "id", id, "words of a-z joined by '-' like contact-form");
        require(MESSAGE, "message", message, "words of a-z joined by '-' like form-sent");
        require(HEADER, "header", header, "the name of an HTTP header");
        pointer("idFrom", idFrom);
        pointer("subjectFrom", subjectFrom);
        variables = Map.copyOf(variables);
        if (variables.size() > MOST_VARIABLES) {
            throw new IllegalArgumentException("variables must be at most " + MOST_VARIABLES);
        }
        variables.forEach((name, place) -> {
            require(VARIABLE, "a variable", name, "letters, digits and _");
            if (OURS.contains(name)) {
                throw new IllegalArgumentException(
                        "'" + name + "' is set by Tillflow itself: name the variable otherwise");
            }
            pointer(name, place);
        });
        if (perMinute < 1 || perMinute > MOST_PER_MINUTE) {
            throw new IllegalArgumentException("perMinute must be 1 to " + MOST_PER_MINUTE + ", was " + perMinute);
        }
    }

    /** Under which its secret is kept. */
    SecretName secretName() {
        return new SecretName("HOOK_" + id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static void require(Pattern form, String name, String value, String expected) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " must be " + expected + ", was '" + value + "'");
        }
    }

    private static void pointer(String name, @Nullable String place) {
        if (place == null) {
            return;
        }
        try {
            JsonPointer.compile(place);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    name + " must be a place in the payload like /order/id, was '" + place + "'", wrong);
        }
    }
}
