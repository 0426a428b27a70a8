package io.tillflow.connectors.data.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An array of objects; a column is a name that any of them has. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final TypeReference<Map<String, @Nullable Object>> ROW = new TypeReference<>() {};

    private Json() {}

    static Table parse(String text) {
        JsonNode document;
        try {
            document = MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new BadTable("line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage());
        }
        if (!document.isArray()) {
            throw new BadTable("expected a JSON array of objects, but it is " + document.getNodeType());
        }
        Set<String> columns = new LinkedHashSet<>();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (JsonNode row : document) {
            if (!row.isObject()) {
                throw new BadTable(
                        "row " + (rows.size() + 1) + ": expected a JSON object, but it is " + row.getNodeType());
            }
            rows.add(MAPPER.convertValue(row, ROW));
            Csv.mostly(rows.size());
            columns.addAll(row.propertyNames());
        }
        return new Table(List.copyOf(columns), rows);
    }

    /** A row a line, so that two versions can be compared. */
    static byte[] print(Table table) {
        List<String> lines = table.rows().stream()
                .map(row -> {
                    Map<String, @Nullable Object> cells = new LinkedHashMap<>(row);
                    cells.values().removeIf(java.util.Objects::isNull);
                    return MAPPER.writeValueAsString(cells);
                })
                .toList();
        return (lines.isEmpty() ? "[]\n" : "[\n" + String.join(",\n", lines) + "\n]\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** For one cell. */
    static String asText(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> MAPPER.writeValueAsString(value);
        };
    }

    static int length(Object value) {
        return MAPPER.writeValueAsString(value).length();
    }
}
