package io.tillflow.models.demand;

import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two layouts: a row a series ({@code series,…,train}, values apart by spaces), or a column a series and a row a period. */
final class SeriesFile {
    private SeriesFile() {}

    /**
     * Reads a file.
     *
     * @param column {@code train} or {@code test} of the first layout
     */
    static List<Series> read(Table table, String column) {
        return table.has("series") && table.has("train") ? rows(table, column) : columns(table);
    }

    private static List<Series> rows(Table table, String column) {
        List<String> ids = table.texts("series");
        List<String> values = table.texts(column);
        double[] horizons = table.has("horizon") ? table.numbers("horizon") : new double[ids.size()];
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String where = table.name() + ", series " + ids.get(i) + ", " + column;
            double[] numbers = values.get(i).isBlank()
                    ? new double[0]
                    : Arrays.stream(values.get(i).strip().split("\\s+"))
                            .mapToDouble(text -> Table.number(text, where))
                            .toArray();
            series.add(new Series(ids.get(i), numbers, Double.isNaN(horizons[i]) ? 0 : (int) horizons[i]));
        }
        return series;
    }

    private static List<Series> columns(Table table) {
        if (table.rows().isEmpty()) {
            throw new BadData(table.name() + " has no row below its header: expected a row a period");
        }
        List<Series> series = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            double[] values = new double[table.rows().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Table.number(
                        table.rows().get(i).get(c),
                        table.name() + ", row " + (i + 1) + ", "
                                + table.columns().get(c));
            }
            series.add(new Series(table.columns().get(c), values, 0));
        }
        return series;
    }
}
