package io.tillflow.connectors.data.exports;

import io.tillflow.connectors.data.exports.ExportBook.Export;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/** The rows of the shop's reporting views, as they all were at one instant, a document at a time in memory. */
public final class ReportingRows {
    private static final int AT_ONCE = 1_000;

    /** A view over millions of orders takes its time; the usual limit is for what somebody waits for. */
    private static final int LONGEST_MILLIS = 300_000;

    /** A document takes several times its size while it is written. */
    private static final int LARGEST_BYTES = 8_000_000;

    private static final int MOST_ROWS = 100_000;

    private final DataSource database;
    private final int mostRows;

    public ReportingRows(DataSource database) {
        this(database, MOST_ROWS);
    }

    /** @param mostRows of a document; a day with more becomes several */
    ReportingRows(DataSource database, int mostRows) {
        this.database = database;
        this.mostRows = mostRows;
    }

    /** Is given each document of each day that has rows, in their order. */
    interface Pieces {
        void take(List<Column> columns, Piece piece, byte[] content, int rows);
    }

    Optional<LocalDate> firstDay(Dataset dataset) {
        mustBeThere(dataset);
        return Optional.ofNullable(new JdbcTemplate(database).queryForObject(dataset.firstDay(), LocalDate.class));
    }

    List<Column> columns(Dataset dataset) {
        return new JdbcTemplate(database)
                .query("select *, current_date as export_day from " + dataset.view() + " limit 0", rows -> {
                    return Column.of(rows.getMetaData());
                });
    }

    private void mustBeThere(Dataset dataset) {
        Boolean there = new JdbcTemplate(database)
                .queryForObject("select to_regclass(?) is not null", Boolean.class, dataset.view());
        if (!Boolean.TRUE.equals(there)) {
            throw new ProviderUnavailable("the shop's reporting views are not there yet: is the shop up to date?");
        }
    }

    void read(Export export, LocalDate from, LocalDate to, Pieces pieces) {
        mustBeThere(export.dataset());
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, LONGEST_MILLIS);
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try (PreparedStatement statement =
                    connection.prepareStatement(export.dataset().rows())) {
                statement.setFetchSize(AT_ONCE);
                statement.setObject(1, from);
                statement.setObject(2, to);
                try (ResultSet rows = statement.executeQuery()) {
                    split(export, rows, pieces);
                }
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
                connection.setNetworkTimeout(Runnable::run, usual);
            }
        } catch (SQLException e) {
            throw new SQLErrorCodeSQLExceptionTranslator(database).translate("reading what to export", null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private void split(Export export, ResultSet rows, Pieces pieces) throws SQLException {
        List<Column> columns = Column.of(rows.getMetaData());
        int last = columns.size() + 1;
        Piece piece = null;
        RowWriter writer = export.format().begin(columns);
        int count = 0;
        while (rows.next()) {
            LocalDate day = rows.getObject(last, LocalDate.class);
            if (piece == null) {
                piece = new Piece(day, 1);
            } else if (!piece.day().equals(day) || count == mostRows || writer.size() >= LARGEST_BYTES) {
                pieces.take(columns, piece, writer.end(), count);
                piece = piece.before(day);
                writer = export.format().begin(columns);
                count = 0;
            }
            @Nullable Object[] values = new @Nullable Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = columns.get(i).value(rows, i + 1);
            }
            writer.add(values);
            count++;
        }
        if (piece != null) {
            pieces.take(columns, piece, writer.end(), count);
        }
    }
}
