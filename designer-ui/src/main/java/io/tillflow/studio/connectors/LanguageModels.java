package io.tillflow.studio.connectors;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The language models as of now and today.
 *
 * @param routes who is asked for each skill, in that order
 * @param fallbacks answers of today that somebody else should have given
 * @param redacted what was taken out today before a text left, by kind
 */
record LanguageModels(
        String currency,
        List<Model> providers,
        Map<String, List<String>> routes,
        long answered,
        long cached,
        long fallbacks,
        Map<String, Long> redacted) {

    /** One model; costs are in millionths of a minor unit, and nothing where nobody said what a token costs. */
    record Model(
            String name,
            String model,
            boolean local,
            List<String> skills,
            String health,
            String breaker,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt,
            long answered,
            long cached,
            long notAnswered,
            long tokens,
            long micros,
            @Nullable Long tokensPerDay,
            @Nullable Long microsPerDay,
            boolean priced) {}

    /** One turn of one model. */
    record Call(
            long id,
            Instant at,
            String caller,
            String skill,
            String provider,
            String model,
            String prompt,
            String how,
            @Nullable String note,
            int passedOver,
            long tokensIn,
            long tokensOut,
            long micros,
            long millis,
            Map<String, Integer> redacted) {}

    record Calls(List<Call> items, @Nullable String next) {}

    /** A version of kept instructions; 0 is what ships. */
    record Prompt(
            String name,
            int version,
            String text,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}

    record Prompts(List<Prompt> items) {}

    /** What a model said to a question that somebody tried. */
    record Told(
            JsonNode reply,
            String answeredBy,
            boolean cached,
            List<String> passedOver,
            Map<String, Integer> redacted) {}
}
