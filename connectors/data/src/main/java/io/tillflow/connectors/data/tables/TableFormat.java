package io.tillflow.connectors.data.tables;

import io.tillflow.connectors.data.files.FilePath;

/** How a table is written down, by the document's ending. */
enum TableFormat {
    CSV {
        @Override
        Table parse(byte[] content) {
            return Csv.parse(Utf8.text(content));
        }

        @Override
        byte[] print(Table table) {
            return Csv.print(table);
        }

        @Override
        Object cell(Object value) {
            return value instanceof String text ? Cells.typed(text) : value;
        }
    },
    JSON {
        @Override
        Table parse(byte[] content) {
            return Json.parse(Utf8.text(content));
        }

        @Override
        byte[] print(Table table) {
            return Json.print(table);
        }

        @Override
        Object cell(Object value) {
            return value;
        }
    };

    abstract Table parse(byte[] content);

    abstract byte[] print(Table table);

    /** What a filter and a variable see of a cell: in CSV 12.50 is a number, and 007 a text. */
    abstract Object cell(Object value);

    static TableFormat of(FilePath path) {
        return switch (path.ending()) {
            case "csv" -> CSV;
            case "json" -> JSON;
            default ->
                throw new IllegalArgumentException(
                        "expected a table's path to end with .csv or .json, but it is " + path);
        };
    }
}
