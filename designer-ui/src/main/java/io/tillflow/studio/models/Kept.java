package io.tillflow.studio.models;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * What a browser kept because it did not reach the studio.
 *
 * @param base the version it began with
 * @param at when it was drawn, in milliseconds since 1970
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Kept(String key, int base, String source, long at) {

    Instant drawnAt() {
        return Instant.ofEpochMilli(at);
    }
}
