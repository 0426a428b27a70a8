package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.provider.ProviderUnavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The shop's orders as files to learn from, by its reporting views; a stream, so that their number costs no memory. */
@Component
class ShopHistory {
    private final JdbcClient database;
    private final JdbcOperations connections;

    ShopHistory(JdbcClient database, JdbcOperations connections) {
        this.database = database;
        this.connections = connections;
    }

    private record Range(@Nullable Instant from, @Nullable Instant to, int rows, int seen) {}

    /** What is there now; nothing in a shop without orders. */
    Optional<Window> window(ShopRows source, @Nullable Instant seenTo) {
        boolean there = database.sql("select to_regclass('" + source.view() + "') is not null")
                .query(Boolean.class)
                .single();
        if (!there) {
            throw new ProviderUnavailable("the shop's reporting views are not there yet: is the shop up to date?");
        }
        Range range = database.sql("select min(placed_at) as \"from\", max(placed_at) as \"to\", count(*)::int as rows,"
                        + " count(*) filter (where placed_at <= :seen)::int as seen from " + source.rows())
                .param("seen", Timestamp.from(Optional.ofNullable(seenTo).orElse(Instant.EPOCH)))
                .query(Range.class)
                .single();
        return range.from() == null || range.to() == null
                ? Optional.empty()
                : Optional.of(new Window(range.from(), range.to(), range.rows(), range.seen()));
    }

    /** Oldest first. */
    void write(ShopRows source, Window window, Path file) {
        String copy = "copy (select " + source.columns() + " from " + source.rows() + " where placed_at <= '"
                + window.to() + "' order by placed_at, id) to stdout with (" + source.format() + ")";
        connections.execute((ConnectionCallback<Long>) connection -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write what to learn from to " + file, e);
            }
        });
    }
}
