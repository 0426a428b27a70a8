package io.tillflow.connectors.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a call. */
public sealed interface HttpResult {
    /** It worked; these variables were made of the answer. */
    record Done(Map<String, @Nullable Object> variables) implements HttpResult {}

    /** The server said no, and will say no again. */
    record Refused(Kind kind, String reason) implements HttpResult {}

    /** Why it said no. */
    enum Kind {
        NOT_FOUND,
        UNAUTHORISED,
        OTHER,
        NO_JSON
    }
}
