package io.tillflow.connectors.data.tables;

import io.tillflow.connectors.data.files.Checksum;
import io.tillflow.connectors.data.files.Expected;
import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.files.FileStore;
import io.tillflow.connectors.data.files.StoredFile;
import io.tillflow.connectors.data.files.WriteResult;
import io.tillflow.connectors.data.tables.PutBook.RowEffect;
import io.tillflow.connectors.data.tables.TableResult.Done;
import io.tillflow.connectors.data.tables.TableResult.Malformed;
import io.tillflow.connectors.data.tables.TableResult.NotFound;
import io.tillflow.connectors.data.tables.TableResult.Put;
import io.tillflow.connectors.data.tables.TableResult.Read;
import io.tillflow.connectors.data.tables.TableResult.Written;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tables of the store of documents; a process holds their paths, and what it reads of them is small. */
public final class Tables {
    /** Of a document, in bytes. */
    static final int LARGEST = 4_000_000;

    /** Of what is read into variables, in characters of JSON. */
    static final int LARGEST_RESULT = 32_000;

    /** Of a document. */
    public static final int MOST_ROWS = Csv.MOST_ROWS;

    private static final int TRIES = 10;

    private final FileStore store;
    private final PutBook puts;

    /** A table of the largest size takes a good part of the memory: one is worked on at a time. */
    private final Lock one = new ReentrantLock(true);

    public Tables(FileStore store, PutBook puts) {
        this.store = store;
        this.puts = puts;
    }

    /** @param most how many rows are answered at most; all that match are counted */
    public TableResult<Read> read(FilePath path, Choice choice, int most) {
        return alone(() -> readNow(path, choice, most));
    }

    private TableResult<Read> readNow(FilePath path, Choice choice, int most) {
        TableFormat format = TableFormat.of(path);
        Optional<StoredFile> found = store.read(path, LARGEST);
        if (found.isEmpty()) {
            return new NotFound<>(missing(path));
        }
        try {
            Chosen chosen = chosen(format, found.get(), choice);
            List<Map<String, @Nullable Object>> rows =
                    chosen.table().rows().stream().limit(most).toList();
            mustSuitVariables(rows);
            return new Done<>(new Read(
                    rows,
                    chosen.table().rows().size(),
                    chosen.total(),
                    found.get().checksum()));
        } catch (BadTable e) {
            return new Malformed<>(path + ": " + e.getMessage());
        }
    }

    /** What is chosen of one table is another, in the format of its ending. */
    public TableResult<Written> write(FilePath source, FilePath target, Choice choice) {
        return alone(() -> writeNow(source, target, choice));
    }

    private TableResult<Written> writeNow(FilePath source, FilePath target, Choice choice) {
        TableFormat format = TableFormat.of(target);
        TableFormat from = TableFormat.of(source);
        Optional<StoredFile> found = store.read(source, LARGEST);
        if (found.isEmpty()) {
            return new NotFound<>(missing(source));
        }
        try {
            Table chosen = chosen(from, found.get(), choice).table();
            byte[] content = format.print(chosen);
            mustFit(target, content.length, chosen.rows().size());
            store.replace(target, content);
            return new Done<>(new Written(chosen.rows().size(), content.length, Checksum.of(content)));
        } catch (BadTable e) {
            return new Malformed<>(source + ": " + e.getMessage());
        }
    }

    /** These rows are the document, whatever was there. */
    public Written store(FilePath target, List<String> columns, List<Map<String, @Nullable Object>> rows) {
        return alone(() -> {
            byte[] content = TableFormat.of(target).print(new Table(columns, rows));
            mustFit(target, content.length, rows.size());
            store.replace(target, content);
            return new Written(rows.size(), content.length, Checksum.of(content));
        });
    }

    /** A process carries its variables everywhere: they are few. */
    public static void mustSuitVariables(List<Map<String, @Nullable Object>> rows) {
        int length = Json.length(rows);
        if (length > LARGEST_RESULT) {
            throw new IllegalArgumentException("expected at most " + LARGEST_RESULT
                    + " characters, but the rows have " + length
                    + ": ask for fewer rows or columns, or have them written as a document");
        }
    }

    /**
     * Adds a row, once for its key; the document is made with the first one.
     *
     * @param key the column whose value is one row's alone
     * @param replace whether a row with this key that is there gives way; otherwise it stays
     * @param effect by which a repeat is known: it changes nothing more and hears what it would have heard at first
     */
    public TableResult<Put> put(
            FilePath path, Map<String, @Nullable Object> row, String key, boolean replace, String effect) {
        if (Json.asText(row.get(key)).isEmpty()) {
            throw new IllegalArgumentException(
                    "expected the row to have a value for its key column '" + key + "', but it has " + row.keySet());
        }
        RowEffect own = new RowEffect(effect, path, Json.asKey(row.get(key)));
        try {
            for (int i = 0; i < TRIES; i++) {
                Optional<Put> put = alone(() -> puts.answer(own).or(() -> tryToPut(own, row, key, replace)));
                if (put.isPresent()) {
                    return new Done<>(put.get());
                }
            }
        } catch (BadTable e) {
            return new Malformed<>(path + ": " + e.getMessage());
        }
        throw new ProviderUnavailable(
                "expected to add a row to " + path + ", but others wrote to it " + TRIES + " times meanwhile");
    }

    /** Empty when somebody else wrote meanwhile. */
    private Optional<Put> tryToPut(RowEffect own, Map<String, @Nullable Object> row, String key, boolean replace) {
        TableFormat format = TableFormat.of(own.path());
        Instant began = puts.now();
        Optional<StoredFile> found = store.read(own.path(), LARGEST);
        Table before = found.map(file -> format.parse(file.content())).orElseGet(() -> new Table(List.of(), List.of()));
        if (found.isPresent() && !before.columns().isEmpty()) {
            before.mustHave(List.of(key));
        }
        int place = before.find(key, own.key());
        boolean absent = place == before.rows().size();
        if (!absent && !replace) {
            return Optional.of(puts.settle(
                    own, false, before.rows().size(), found.orElseThrow().checksum()));
        }
        Table after = before.with(place, row);
        byte[] content = format.print(after);
        mustFit(own.path(), content.length, after.rows().size());
        if (absent) {
            puts.open(own, began);
        }
        Expected expected = found.<Expected>map(file -> new Expected.Version(file.version()))
                .orElseGet(Expected.Nothing::new);
        boolean written = false;
        boolean told = true;
        try {
            written = store.write(own.path(), content, expected) instanceof WriteResult.Written;
        } catch (ProviderUnavailable nobodyKnows) {
            told = false;
            throw nobodyKnows;
        } finally {
            if (absent && told && !written) {
                puts.withdraw(own);
            }
        }
        return written
                ? Optional.of(puts.settle(own, absent, after.rows().size(), Checksum.of(content)))
                : Optional.empty();
    }

    private <T> T alone(Supplier<T> work) {
        one.lock();
        try {
            return work.get();
        } finally {
            one.unlock();
        }
    }

    /** What could not be read again is not written. */
    private static void mustFit(FilePath path, int bytes, int rows) {
        if (bytes > LARGEST || rows > Csv.MOST_ROWS) {
            throw new IllegalStateException("expected " + path + " to stay below " + LARGEST + " bytes and "
                    + Csv.MOST_ROWS + " rows, but it is full: begin another one, for instance one a month");
        }
    }

    private record Chosen(Table table, int total) {}

    private static Chosen chosen(TableFormat format, StoredFile file, Choice choice) {
        RowFilter filter = new RowFilter(choice.filter());
        Table table = format.parse(file.content());
        table.mustHave(choice.columns());
        List<String> columns = choice.columns().isEmpty() ? table.columns() : choice.columns();
        List<Map<String, @Nullable Object>> rows = table.rows().stream()
                .map(row -> typed(row, format))
                .filter(filter::lets)
                .map(row -> Table.cut(row, columns))
                .toList();
        return new Chosen(new Table(columns, rows), table.rows().size());
    }

    private static Map<String, @Nullable Object> typed(Map<String, @Nullable Object> row, TableFormat format) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        row.forEach((column, value) -> cells.put(column, value == null ? null : format.cell(value)));
        return cells;
    }

    private static String missing(FilePath path) {
        return "there is no document " + path;
    }
}
