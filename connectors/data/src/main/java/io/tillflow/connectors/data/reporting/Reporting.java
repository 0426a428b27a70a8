package io.tillflow.connectors.data.reporting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/** Asks the shop's reporting views one SELECT: as a role that sees nothing else, in a transaction that only reads, and not for long. */
public final class Reporting {
    /** Of an answer, in bytes as PostgreSQL prints its rows. */
    static final int LARGEST = 4_000_000;

    private static final int LONGEST_MILLIS = 10_000;
    private static final int GIVEN_UP_MILLIS = 3 * LONGEST_MILLIS;

    private final DataSource database;
    private final ReportingRole role;
    private final int longestMillis;

    public Reporting(DataSource database) {
        this(database, LONGEST_MILLIS);
    }

    Reporting(DataSource database, int longestMillis) {
        this.database = database;
        this.role = new ReportingRole(database);
        this.longestMillis = longestMillis;
    }

    /** @param more whether there are rows beyond those that were asked for */
    public record Answer(List<String> columns, List<Map<String, @Nullable Object>> rows, boolean more) {}

    /**
     * @param values for each :name of the question: texts, numbers, truths, or lists of texts or numbers
     * @param most how many rows are answered at most
     */
    public Answer ask(String sql, Map<String, @Nullable Object> values, int most) {
        Question question = Question.of(sql);
        for (String name : question.names()) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException(
                        "expected a value for :" + name + ", but there are only " + values.keySet());
            }
        }
        role.makeReady();
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, GIVEN_UP_MILLIS);
            connection.setAutoCommit(false);
            try {
                becomeTheRole(connection);
                return answer(connection, question, values, most);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setNetworkTimeout(Runnable::run, usual);
            }
        } catch (SQLException e) {
            throw named(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private void becomeTheRole(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            statement.execute("set local statement_timeout = " + longestMillis);
            statement.execute("set local search_path = shop, pg_temp");
            try {
                statement.execute("set local role " + ReportingRole.NAME);
            } catch (SQLException refused) {
                throw ReportingRole.missing(String.valueOf(refused.getMessage()));
            }
        }
    }

    private static Answer answer(
            Connection connection, Question question, Map<String, @Nullable Object> values, int most)
            throws SQLException {
        String rows = "select * from (" + question.sql() + ") as answer limit " + (most + 1);
        mustFit(connection, rows, question.names(), values);
        try (PreparedStatement statement = prepared(connection, rows, question.names(), values);
                ResultSet found = statement.executeQuery()) {
            List<String> columns = columns(found.getMetaData());
            List<Map<String, @Nullable Object>> read = new ArrayList<>();
            boolean next = found.next();
            while (next && read.size() < most) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), value(found, i + 1));
                }
                read.add(row);
                next = found.next();
            }
            return new Answer(columns, read, next);
        }
    }

    /** Before anything is in memory: one cell can be as large as all of it. */
    private static void mustFit(
            Connection connection, String rows, List<String> names, Map<String, @Nullable Object> values)
            throws SQLException {
        String size = "select coalesce(sum(octet_length((measured.*)::text)), 0) from (" + rows + ") as measured";
        try (PreparedStatement statement = prepared(connection, size, names, values);
                ResultSet measured = statement.executeQuery()) {
            measured.next();
            if (measured.getLong(1) > LARGEST) {
                throw new IllegalArgumentException("expected an answer of at most " + LARGEST + " bytes, but it has "
                        + measured.getLong(1) + ": ask for fewer rows or columns");
            }
        }
    }

    private static PreparedStatement prepared(
            Connection connection, String sql, List<String> names, Map<String, @Nullable Object> values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < names.size(); i++) {
            Bound.set(statement, i + 1, names.get(i), values.get(names.get(i)));
        }
        return statement;
    }

    private static List<String> columns(ResultSetMetaData data) throws SQLException {
        Set<String> columns = new LinkedHashSet<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            if (!columns.add(data.getColumnLabel(i))) {
                throw new IllegalArgumentException("expected each column to have a name of its own, but '"
                        + data.getColumnLabel(i) + "' is there twice: name one by AS");
            }
        }
        return List.copyOf(columns);
    }

    private static @Nullable Object value(ResultSet row, int i) throws SQLException {
        if (row.getMetaData().getColumnTypeName(i).equals("timestamptz")) {
            OffsetDateTime at = row.getObject(i, OffsetDateTime.class);
            return at == null ? null : at.toInstant().toString();
        }
        return switch (row.getObject(i)) {
            case null -> null;
            case Double number when !Double.isFinite(number) -> number.toString();
            case Float number when !Float.isFinite(number) -> number.toString();
            case Number number -> number;
            case Boolean truth -> truth;
            default -> row.getString(i);
        };
    }

    /** What is the question's fault is said as such; the rest is the database's. */
    private RuntimeException named(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        return switch (state) {
            case "57014" ->
                new IllegalArgumentException(
                        "expected an answer within " + longestMillis
                                + " ms, but it takes longer: narrow the time or the columns",
                        e);
            case "42501" ->
                new IllegalArgumentException(
                        "expected only the shop's reporting views to be read, but the database says: " + e.getMessage(),
                        e);
            default ->
                state.startsWith("42") || state.startsWith("22") || state.startsWith("25") || state.startsWith("0A")
                        ? new IllegalArgumentException("the database cannot answer this: " + e.getMessage(), e)
                        : other(e);
        };
    }

    private RuntimeException other(SQLException e) {
        DataAccessException translated =
                new SQLErrorCodeSQLExceptionTranslator(database).translate("asking the reporting views", null, e);
        return translated == null ? new UncategorizedSQLException("asking the reporting views", null, e) : translated;
    }
}
