package io.tillflow.connectors.data.tables;

import java.util.List;

/**
 * What of a table is wanted.
 *
 * @param columns in this order; none for all
 * @param filter FEEL over a row's columns; blank for all rows
 */
public record Choice(List<String> columns, String filter) {
    public static final Choice ALL = new Choice(List.of(), "");

    public Choice {
        columns = List.copyOf(columns);
    }
}
