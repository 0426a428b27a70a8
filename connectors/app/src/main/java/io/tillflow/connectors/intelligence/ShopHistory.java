package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.provider.ProviderUnavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** The shop's orders as files to learn from, by its reporting views; a stream, so that their number costs no memory. */
@Component
class ShopHistory {
    /** A ledger of millions of lines takes minutes to be added up; the usual limit is for what somebody waits for. */
    private static final int LONGEST_MILLIS = 600_000;

    private final JdbcClient database;
    private final JdbcOperations connections;

    ShopHistory(JdbcClient database, JdbcOperations connections) {
        this.database = database;
        this.connections = connections;
    }

    private record Range(@Nullable Instant from, @Nullable Instant to, int rows, int seen) {}

    /** What is there now; nothing in a shop without orders. */
    Optional<Window> window(ShopRows source, @Nullable Instant seenTo) {
        mustBeThere(source);
        return window(database, source.rows(), seenTo);
    }

    private void mustBeThere(ShopRows source) {
        boolean there = database.sql("select to_regclass('" + source.view() + "') is not null")
                .query(Boolean.class)
                .single();
        if (!there) {
            throw new ProviderUnavailable("the shop's reporting views are not there yet: is the shop up to date?");
        }
    }

    private static Optional<Window> window(JdbcClient database, String rows, @Nullable Instant seenTo) {
        Range range = database.sql("select min(placed_at) as \"from\", max(placed_at) as \"to\", count(*)::int as rows,"
                        + " count(*) filter (where placed_at <= :seen)::int as seen from " + rows)
                .param("seen", Timestamp.from(Optional.ofNullable(seenTo).orElse(Instant.EPOCH)))
                .query(Range.class)
                .single();
        return range.from() == null || range.to() == null
                ? Optional.empty()
                : Optional.of(new Window(range.from(), range.to(), range.rows(), range.seen()));
    }

    /** Writes what is there now, oldest first; the view is read once, and may take its time. Nothing in a shop without orders. */
    Optional<Window> write(ShopRows source, @Nullable Instant seenTo, Path file) {
        mustBeThere(source);
        return Objects.requireNonNull(connections.execute((ConnectionCallback<Optional<Window>>) connection -> {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, LONGEST_MILLIS);
            JdbcClient here = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            try (OutputStream out = Files.newOutputStream(file)) {
                here.sql("drop table if exists pg_temp.known").update();
                here.sql("create temporary table known as select * from " + source.rows())
                        .update();
                String copy = "copy (select " + source.columns()
                        + " from pg_temp.known order by placed_at, id) to stdout with (" + source.format() + ")";
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
                Optional<Window> window = window(here, "pg_temp.known", seenTo);
                here.sql("drop table pg_temp.known").update();
                return window;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write what to learn from to " + file, e);
            } finally {
                connection.setNetworkTimeout(Runnable::run, usual);
            }
        }));
    }
}
