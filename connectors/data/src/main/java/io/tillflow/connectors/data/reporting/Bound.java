package io.tillflow.connectors.data.reporting;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value in its place; a text becomes what the place needs: an instant, a day, a number. */
final class Bound {
    private Bound() {}

    static void set(PreparedStatement statement, int place, String name, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.NULL);
            case String text -> statement.setObject(place, text, Types.OTHER);
            case Boolean truth -> statement.setBoolean(place, truth);
            case Integer number -> statement.setInt(place, number);
            case Long number -> statement.setLong(place, number);
            case Number number -> statement.setBigDecimal(place, new BigDecimal(number.toString()));
            case List<?> list ->
                statement.setArray(place, statement.getConnection().createArrayOf(type(name, list), list.toArray()));
            default -> throw unfit(name, value);
        }
    }

    private static String type(String name, List<?> list) {
        if (list.stream().allMatch(String.class::isInstance)) {
            return "text";
        }
        if (list.stream().allMatch(Number.class::isInstance)) {
            return "numeric";
        }
        throw unfit(name, list);
    }

    private static IllegalArgumentException unfit(String name, Object value) {
        return new IllegalArgumentException("expected :" + name
                + " to be a text, a number, true, false, null or a list of texts or of numbers, but it is " + value);
    }
}
