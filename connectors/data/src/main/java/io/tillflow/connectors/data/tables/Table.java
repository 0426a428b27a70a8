package io.tillflow.connectors.data.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named columns and rows; a cell that a row does not have is null. */
record Table(List<String> columns, List<Map<String, @Nullable Object>> rows) {
    /** Of this row only what these columns show, in their order. */
    static Map<String, @Nullable Object> cut(Map<String, @Nullable Object> row, List<String> columns) {
        Map<String, @Nullable Object> cut = new LinkedHashMap<>();
        columns.forEach(column -> cut.put(column, row.get(column)));
        return cut;
    }

    void mustHave(List<String> wanted) {
        for (String column : wanted) {
            if (!columns.contains(column)) {
                throw new BadTable("there is no column '" + column + "'; the columns are " + columns);
            }
        }
    }
}
