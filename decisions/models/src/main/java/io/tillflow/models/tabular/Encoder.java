package io.tillflow.models.tabular;

import io.tillflow.models.table.Table;
import java.util.List;
import java.util.Set;

/** A table's columns as rows of numbers. */
public record Encoder(List<Column> columns) {
    /** Learns every column but the label and what identifies or varies not at all. */
    static Encoder learn(Table table, Set<String> without) {
        return new Encoder(table.columns().stream()
                .filter(name -> without.stream().noneMatch(name.strip()::equalsIgnoreCase))
                .filter(name -> isTelling(table.texts(name)))
                .map(name -> Column.learn(name, table))
                .filter(column -> column.numeric() || column.width() > 1)
                .toList());
    }

    /** Not constant. */
    private static boolean isTelling(List<String> texts) {
        return texts.stream().distinct().limit(2).count() > 1;
    }

    int width() {
        return columns.stream().mapToInt(Column::width).sum();
    }

    /** The same columns by name, in any order, with more or without the label; one that lacks is named. */
    public float[][] encode(Table table) {
        int[] places = columns.stream().mapToInt(c -> table.column(c.name())).toArray();
        float[][] rows = new float[table.rows().size()][width()];
        for (int i = 0; i < rows.length; i++) {
            List<String> row = table.rows().get(i);
            int at = 0;
            for (int c = 0; c < places.length; c++) {
                columns.get(c).encode(row.get(places[c]), rows[i], at);
                at += columns.get(c).width();
            }
        }
        return rows;
    }

    List<String> labels() {
        return columns.stream().flatMap(c -> c.labels().stream()).toList();
    }
}
