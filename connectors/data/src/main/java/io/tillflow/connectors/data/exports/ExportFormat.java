package io.tillflow.connectors.data.exports;

import io.tillflow.connectors.data.exports.parquet.ParquetRows;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a day is written down. */
public enum ExportFormat {
    CSV {
        @Override
        RowWriter begin(List<Column> columns) {
            return new CsvRows(columns);
        }
    },
    PARQUET {
        @Override
        RowWriter begin(List<Column> columns) {
            return new ParquetRows(columns);
        }
    };

    abstract RowWriter begin(List<Column> columns);

    public static ExportFormat named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected the format to be csv or parquet, but it is '" + name + "'"));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
