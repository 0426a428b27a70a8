package io.tillflow.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** One line of a case file beside a table: these facts, that rule, this output. */
record Case(@JsonProperty("case") String name, Map<String, Object> facts, String rule, Map<String, Object> output) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static List<Case> of(String decisionId) {
        String file = decisionId + ".cases.json";
        try (InputStream cases = Topics.open(file)) {
            return List.of(JSON.readValue(cases, Case[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
