package io.tillflow.connectors.data.exports;

import io.tillflow.connectors.data.exports.ExportBook.Export;
import io.tillflow.connectors.data.files.Expected;
import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.files.FileStore;
import io.tillflow.connectors.data.files.StoredFile;
import io.tillflow.connectors.data.files.WriteResult;
import io.tillflow.connectors.data.files.local.LocalFiles;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop with three days and a folder for what is exported of it. */
abstract class ExportCase {
    static final Instant NOW = Instant.parse("2026-03-05T09:00:00Z");
    static final Export CSV = new Export(Dataset.PURCHASES, ExportFormat.CSV);
    static final Export PARQUET = new Export(Dataset.PURCHASES, ExportFormat.PARQUET);

    @TempDir
    Path folder;

    final JdbcClient database = TestDatabase.jdbc();
    LocalFiles store;

    @BeforeEach
    void aShopWithThreeDays() {
        store = new LocalFiles(folder);
        database.sql(
                        "truncate connectors.export_run, connectors.export_part, connectors.export_schema, connectors.export_store")
                .update();
        database.sql("drop schema if exists shop cascade").update();
        database.sql("create schema shop").update();
        database.sql(
                        "create table shop.bought (id text primary key, customer text, placed_at timestamptz, amount bigint, rate numeric)")
                .update();
        database.sql("create view shop.reporting_purchase as select * from shop.bought")
                .update();
        bought("a", "2026-02-01T10:00:00Z");
        bought("b", "2026-03-03T23:59:59.999Z");
        bought("c", "2026-03-04T00:00:00Z");
        bought("d", "2026-03-05T08:00:00.123456Z");
    }

    /** Writes as often as it may, then no more. */
    final FileStore dying(AtomicInteger left) {
        return new FileStore() {
            @Override
            public Optional<StoredFile> read(FilePath path, int largest) {
                return store.read(path, largest);
            }

            @Override
            public boolean holds(FilePath path, long bytes, String checksum) {
                return store.holds(path, bytes, checksum);
            }

            @Override
            public WriteResult write(FilePath path, byte[] content, Expected expected) {
                if (left.getAndDecrement() == 0) {
                    throw new ProviderUnavailable("the store is away");
                }
                return store.write(path, content, expected);
            }
        };
    }

    final ExportRun run(String id, Export export, @Nullable LocalDate from) {
        return exporter(store, NOW).run(id, export, from, "ada");
    }

    final Exporter exporter(FileStore files, Instant now) {
        return new Exporter(
                book(now), new ReportingRows(TestDatabase.dataSource()), files, Clock.fixed(now, ZoneOffset.UTC));
    }

    final ExportBook book(Instant now) {
        return new ExportBook(database, Clock.fixed(now, ZoneOffset.UTC));
    }

    final List<Part> parts(Export export) {
        return book(NOW).parts(export, 100);
    }

    final String text(String day) {
        return new String(bytes("exports/purchases/v1/" + day + "/purchases.csv"), StandardCharsets.UTF_8);
    }

    final byte[] bytes(String path) {
        return store.read(new FilePath(path), 100_000).orElseThrow().content();
    }

    final void bought(String id, String at) {
        database.sql("insert into shop.bought values (:id, 'U-1', :at::timestamptz, 4200, 0.19)")
                .param("id", id)
                .param("at", at)
                .update();
    }
}
