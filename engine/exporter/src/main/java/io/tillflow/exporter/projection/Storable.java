package io.tillflow.exporter.projection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a process may hold, as PostgreSQL can take it: one odd value must never stop the export of all others. */
final class Storable {

    /** Records come from the broker, which has already taken them: whatever their depth and size, they are read. */
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private static final char REPLACEMENT = '\uFFFD';
    private static final int LONGEST_INDEXED = 500;
    private static final int HASH_CHARACTERS = 32;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Storable() {}

    /** Text without the NUL characters and lone surrogates that PostgreSQL refuses. */
    static String text(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return cleaned(value);
            }
        }
        return value;
    }

    private static String cleaned(String value) {
        StringBuilder clean = new StringBuilder(value.length());
        value.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? REPLACEMENT : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** Text that an index can hold: a longer one keeps its beginning and gets a hash, so that it stays unique. */
    static String identifier(String value) {
        String text = text(value);
        if (text.length() <= LONGEST_INDEXED) {
            return text;
        }
        int kept = LONGEST_INDEXED - HASH_CHARACTERS - 1;
        return text(text.substring(0, kept)) + "#" + hash(text);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_CHARACTERS / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** JSON text as jsonb takes it; an escape may hide a character that it refuses, so those are looked into. */
    static String json(String json) {
        String text = text(json);
        return text.contains("\\u") ? cleaned(JSON.readTree(text)).toString() : text;
    }

    private static JsonNode cleaned(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode clean = JSON.createObjectNode();
                object.properties().forEach(p -> clean.set(text(p.getKey()), cleaned(p.getValue())));
                yield clean;
            }
            case ArrayNode array -> {
                ArrayNode clean = JSON.createArrayNode();
                array.forEach(element -> clean.add(cleaned(element)));
                yield clean;
            }
            default -> node.isString() ? JSON.getNodeFactory().stringNode(text(node.stringValue())) : node;
        };
    }

    /** An instant as PostgreSQL reads it; a time to live without end becomes the end of the year 9999. */
    static String instant(long epochMillis) {
        Instant instant = Instant.ofEpochMilli(epochMillis);
        if (instant.isBefore(EARLIEST)) {
            return EARLIEST.toString();
        }
        return instant.isAfter(LATEST) ? LATEST.toString() : instant.toString();
    }
}
