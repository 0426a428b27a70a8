package io.tillflow.connectors.http;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it goes out.
 *
 * @param body null for none
 */
record Exchange(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String body,
        String contentType) {
    Exchange {
        headers = Map.copyOf(headers);
    }

    /** The address without what may be private in it. */
    String where() {
        return method + " " + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }

    /** Headers may hold secrets. */
    @Override
    public String toString() {
        return where();
    }
}
