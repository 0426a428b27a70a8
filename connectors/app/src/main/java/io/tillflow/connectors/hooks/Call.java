package io.tillflow.connectors.hooks;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sent to a webhook.
 *
 * @param headers by name, whatever their case
 * @param byHand whether it is a try from the studio
 */
record Call(Map<String, String> headers, byte[] body, boolean byHand) {
    Call {
        Map<String, String> any = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        any.putAll(headers);
        headers = any;
    }

    String header(String name) {
        @Nullable String value = headers.get(name);
        return value == null ? "" : value;
    }

    /** Nothing of a call belongs into a log. */
    @Override
    public String toString() {
        return "Call[" + body.length + " bytes]";
    }
}
