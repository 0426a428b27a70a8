package io.tillflow.storefront.imports;

/** What is wrong with one cell; the row counts from 1, the line of the column names included. */
public record RowError(long row, String column, String message) {}
