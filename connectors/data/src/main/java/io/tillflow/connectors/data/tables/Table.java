package io.tillflow.connectors.data.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Named columns and rows; a cell that a row does not have is null. */
record Table(List<String> columns, List<Map<String, @Nullable Object>> rows) {
    /** Of this row only what these columns show, in their order. */
    static Map<String, @Nullable Object> cut(Map<String, @Nullable Object> row, List<String> columns) {
        Map<String, @Nullable Object> cut = new LinkedHashMap<>();
        columns.forEach(column -> cut.put(column, row.get(column)));
        return cut;
    }

    /** The place of the row with this key; behind the last one when there is none. */
    int find(String column, String key) {
        int place = 0;
        while (place < rows.size() && !Json.asKey(rows.get(place).get(column)).equals(key)) {
            place++;
        }
        return place;
    }

    /** With this row at that place, which may be behind the last one; it may bring columns of its own. */
    Table with(int place, Map<String, @Nullable Object> row) {
        List<Map<String, @Nullable Object>> more = new ArrayList<>(rows);
        if (place == more.size()) {
            more.add(row);
        } else {
            more.set(place, row);
        }
        Set<String> all = new LinkedHashSet<>(columns);
        all.addAll(row.keySet());
        return new Table(List.copyOf(all), more);
    }

    void mustHave(List<String> wanted) {
        for (String column : wanted) {
            if (!columns.contains(column)) {
                throw new BadTable("there is no column '" + column + "'; the columns are " + columns);
            }
        }
    }
}
