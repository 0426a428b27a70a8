package io.tillflow.connectors.data.exports.parquet;

import io.tillflow.connectors.data.exports.Column;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Columns as Parquet's types, and rows as its records; every cell may be missing. */
final class Rows extends WriteSupport<@Nullable Object[]> {
    private final List<Column> columns;
    private @Nullable RecordConsumer record;

    Rows(List<Column> columns) {
        this.columns = columns;
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return context();
    }

    @Override
    @SuppressWarnings("deprecation") // abstract still, and called by nobody with a plain configuration
    public WriteContext init(org.apache.hadoop.conf.Configuration configuration) {
        return context();
    }

    private WriteContext context() {
        return new WriteContext(
                new MessageType("row", columns.stream().map(Rows::type).toList()), Map.of());
    }

    private static Type type(Column column) {
        return switch (column.kind()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case TRUTH -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
            case INSTANT ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                        .named(column.name());
            case DAY ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
        };
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        this.record = consumer;
    }

    @Override
    public void write(@Nullable Object[] values) {
        RecordConsumer to = Objects.requireNonNull(record);
        to.startMessage();
        for (int i = 0; i < columns.size(); i++) {
            Object value = values[i];
            if (value != null) {
                to.startField(columns.get(i).name(), i);
                add(to, value);
                to.endField(columns.get(i).name(), i);
            }
        }
        to.endMessage();
    }

    private static void add(RecordConsumer to, Object value) {
        switch (value) {
            case String text -> to.addBinary(Binary.fromString(text));
            case Long whole -> to.addLong(whole);
            case Double number -> to.addDouble(number);
            case Boolean truth -> to.addBoolean(truth);
            case Instant at -> to.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            case LocalDate day -> to.addInteger(Math.toIntExact(day.toEpochDay()));
            default -> throw new IllegalArgumentException("expected a value of a column, but got " + value.getClass());
        }
    }
}
