package io.tillflow.exporter;

/** A record as it waits to be written: the broker reuses its own object after export() returns. */
record ExportedRecord(long position, long timestamp, String json) {}
