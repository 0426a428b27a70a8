package io.tillflow.connectors.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server said: header names in lower case, the body as text. */
record Answer(int status, Map<String, String> headers, String body) {
    Answer {
        headers = Map.copyOf(headers);
    }

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    String contentType() {
        return headers.getOrDefault("content-type", "");
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }
}
