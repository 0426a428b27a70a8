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
    private static final int MOST_ZEROS = 400;
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
            rows.add(sane(MAPPER.convertValue(row, ROW), rows.size() + 1));
            Csv.mostly(rows.size());
            columns.addAll(row.propertyNames());
        }
        return new Table(List.copyOf(columns), rows);
    }

    /** 1e999999999 is short to write and takes a gigabyte to write out. */
    private static Map<String, @Nullable Object> sane(Map<String, @Nullable Object> row, int number) {
        row.forEach((column, value) -> {
            if (value instanceof BigDecimal decimal && Math.abs(decimal.scale()) > MOST_ZEROS) {
                throw new BadTable("row " + number + ", '" + column + "': the number " + decimal
                        + " is too large or too close to 0");
            }
        });
        return row;
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
            case Double number when Double.isFinite(number) -> plain(BigDecimal.valueOf(number));
            case Float number when Float.isFinite(number) -> plain(new BigDecimal(number.toString()));
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> MAPPER.writeValueAsString(value);
        };
    }

    /** For finding a row again: 100, 100.0 and 1E2 are one key. */
    static String asKey(@Nullable Object value) {
        return value instanceof BigDecimal number ? plain(number) : asText(value);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    static int length(Object value) {
        return MAPPER.writeValueAsString(value).length();
    }
}
