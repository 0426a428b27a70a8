package io.tillflow.exporter.store;

import io.tillflow.exporter.projection.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's COPY text format. */
final class CopyText {

    private static final String NULL = "\\N";

    private CopyText() {}

    static byte[] of(List<Row> rows) {
        StringBuilder text = new StringBuilder(rows.size() * 128);
        for (Row row : rows) {
            int columns = row.table().columns().size();
            for (int i = 0; i < columns; i++) {
                if (i > 0) {
                    text.append('\t');
                }
                append(text, row.value(i));
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder text, @Nullable String value) {
        if (value == null) {
            text.append(NULL);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
