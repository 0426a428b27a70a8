package io.tillflow.plumbing;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * A row as a record. A component {@code unitPrice} is read from the column {@code unit_price}, or {@code unitPrice} where
 * there is none; its value is converted as Spring converts it.
 *
 * @param <T> the record
 */
final class RecordRow<T> implements RowMapper<T> {
    private static final ConversionService CONVERSIONS = DefaultConversionService.getSharedInstance();

    private final Constructor<T> constructor;
    private final List<Component> components;

    private record Component(String name, String column, TypeDescriptor type) {
        int index(ResultSet row) throws SQLException {
            try {
                return row.findColumn(column);
            } catch (SQLException e) {
                return row.findColumn(name);
            }
        }

        @Nullable
        Object value(ResultSet row) throws SQLException {
            Class<?> wanted = type.getType();
            int index = index(row);
            Object value =
                    wanted == Instant.class ? instant(row, index) : JdbcUtils.getResultSetValue(row, index, wanted);
            return type.getObjectType().isInstance(value) && !type.isCollection()
                    ? value
                    : CONVERSIONS.convert(value, type);
        }
    }

    RecordRow(Class<T> type) {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("expected a record, but " + type + " has no canonical constructor", e);
        }
        components = IntStream.range(0, parts.length)
                .mapToObj(i -> component(parts[i].getName(), new MethodParameter(constructor, i)))
                .toList();
    }

    private static Component component(String name, MethodParameter parameter) {
        return new Component(name, JdbcUtils.convertPropertyNameToUnderscoreName(name), new TypeDescriptor(parameter));
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = components.get(i).value(row);
        }
        return BeanUtils.instantiateClass(constructor, values);
    }

    static @Nullable Instant instant(ResultSet row, int index) throws SQLException {
        OffsetDateTime at = row.getObject(index, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
