package io.tillflow.exporter.projection;

import org.jspecify.annotations.Nullable;

/** What a batch of records makes of one row: all of a new row, or the columns of a stored one that change. */
public final class Row {

    private final HistoryTable table;
    private final @Nullable String[] values;
    private long writtenColumns;
    private boolean created;

    Row(HistoryTable table, String... key) {
        this.table = table;
        this.values = new String[table.columns().size()];
        System.arraycopy(key, 0, values, 0, key.length);
    }

    Row set(String column, @Nullable String value) {
        int index = table.indexOf(column);
        values[index] = value;
        writtenColumns |= 1L << index;
        return this;
    }

    Row set(String column, long value) {
        return set(column, Long.toString(value));
    }

    /** Counts the table's counter up or down. */
    Row count(int difference) {
        String counted = value(HistoryTable.COUNTER);
        return set(HistoryTable.COUNTER, difference + (counted == null ? 0 : Integer.parseInt(counted)));
    }

    Row asCreated() {
        created = true;
        return this;
    }

    public HistoryTable table() {
        return table;
    }

    /** True when no earlier batch stored this row. */
    public boolean created() {
        return created;
    }

    /** One bit for each column this batch writes, the table's first column being bit 0; key columns are never among them. */
    public long writtenColumns() {
        return writtenColumns;
    }

    public @Nullable String value(int column) {
        return values[column];
    }

    public @Nullable String value(String column) {
        return values[table.indexOf(column)];
    }
}
