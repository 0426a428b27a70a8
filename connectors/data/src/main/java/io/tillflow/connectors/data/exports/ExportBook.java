package io.tillflow.connectors.data.exports;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was exported when: runs, the days they wrote, and the schemas they met. */
public final class ExportBook {
    private static final String RUN =
            "id, dataset, format, asked_by, from_day, state, days, written, rows, bytes, late,"
                    + " schema_version, watermark, began_at, ended_at, problem, notice";

    private static final String PART =
            "day, piece, path, schema_version, rows, bytes, checksum, open, revision, late, written_at";

    /** A run that said nothing for so long is taken for dead. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final Clock clock;

    public ExportBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is exported, and how: one run at a time. */
    public record Export(Dataset dataset, ExportFormat format) {}

    public Optional<ExportRun> run(String id) {
        return database.sql("select " + RUN + " from connectors.export_run where id = :id")
                .param("id", id)
                .query(ExportRun.class)
                .optional();
    }

    public List<ExportRun> latest(int most) {
        return database.sql("select " + RUN + " from connectors.export_run order by began_at desc, id limit :most")
                .param("most", most)
                .query(ExportRun.class)
                .list();
    }

    public List<Part> parts(Export export, int most) {
        return database.sql("select " + PART + " from connectors.export_part"
                        + " where dataset = :dataset and format = :format order by day desc, piece limit :most")
                .param("dataset", export.dataset().id())
                .param("format", export.format().id())
                .param("most", most)
                .query(Part.class)
                .list();
    }

    /** Whether this run may go on: none of its export is under way. One that died is begun again by its id. */
    boolean begin(String id, Export export, String by) {
        try {
            return tryToBegin(id, export, by);
        } catch (DuplicateKeyException anotherBeganMeanwhile) {
            return false;
        }
    }

    private boolean tryToBegin(String id, Export export, String by) {
        Timestamp now = Timestamp.from(clock.instant());
        Timestamp silent = Timestamp.from(clock.instant().minus(SILENCE));
        database.sql("""
                        update connectors.export_run set state = 'FAILED', ended_at = :now, problem = 'was interrupted'
                         where dataset = :dataset and format = :format and state = 'RUNNING' and id <> :id and touched_at < :silent
                        """)
                .param("dataset", export.dataset().id())
                .param("format", export.format().id())
                .param("id", id)
                .param("now", now)
                .param("silent", silent)
                .update();
        return database.sql("""
                        insert into connectors.export_run as run (id, dataset, format, asked_by, state, began_at, touched_at)
                        select :id, :dataset, :format, :by, 'RUNNING', :now, :now
                         where not exists (select from connectors.export_run
                                            where dataset = :dataset and format = :format and state = 'RUNNING' and id <> :id)
                            on conflict (id) do update set state = 'RUNNING', touched_at = :now, ended_at = null, problem = null, notice = null
                         where run.state = 'FAILED' or (run.state = 'RUNNING' and run.touched_at < :silent)
                        """)
                        .param("id", id)
                        .param("dataset", export.dataset().id())
                        .param("format", export.format().id())
                        .param("by", by)
                        .param("now", now)
                        .param("silent", silent)
                        .update()
                == 1;
    }

    /** The number of this schema; one that was not met before gets the next. */
    int schemaVersion(Dataset dataset, String columns) {
        database.sql("""
                        insert into connectors.export_schema (dataset, version, columns, first_seen)
                        select :dataset, 1 + coalesce((select max(version) from connectors.export_schema where dataset = :dataset), 0), :columns, :now
                         where not exists (select from connectors.export_schema where dataset = :dataset and columns = :columns)
                            on conflict do nothing
                        """)
                .param("dataset", dataset.id())
                .param("columns", columns)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return database.sql(
                        "select version from connectors.export_schema where dataset = :dataset and columns = :columns")
                .param("dataset", dataset.id())
                .param("columns", columns)
                .query(Integer.class)
                .single();
    }

    /** The last day that is written, as far as it was there then. */
    Optional<LocalDate> lastDay(Export export) {
        return database.sql("select max(day) from connectors.export_part where dataset = :dataset and format = :format")
                .param("dataset", export.dataset().id())
                .param("format", export.format().id())
                .query(LocalDate.class)
                .optional();
    }

    Optional<Part> part(Export export, Piece piece) {
        return database.sql("select " + PART + " from connectors.export_part"
                        + " where dataset = :dataset and format = :format and day = :day and piece = :piece")
                .param("dataset", export.dataset().id())
                .param("format", export.format().id())
                .param("day", piece.day())
                .param("piece", piece.number())
                .query(Part.class)
                .optional();
    }

    /** What was written and of which nothing is left now is not seen in the rows. */
    List<Piece> pieces(Export export, LocalDate from, boolean alsoEmpty) {
        return database.sql("""
                        select day, piece from connectors.export_part
                         where dataset = :dataset and format = :format and day >= :from and (rows > 0 or :alsoEmpty) order by day, piece
                        """)
                .param("dataset", export.dataset().id())
                .param("format", export.format().id())
                .param("from", from)
                .param("alsoEmpty", alsoEmpty)
                .query((row, number) -> new Piece(row.getObject("day", LocalDate.class), row.getInt("piece")))
                .list();
    }

    void keep(Export export, Part part) {
        database.sql("""
                        insert into connectors.export_part
                               (dataset, format, day, piece, path, schema_version, rows, bytes, checksum, open, revision, late, written_at)
                        values (:dataset, :format, :day, :piece, :path, :schema, :rows, :bytes, :checksum, :open, :revision, :late, :at)
                            on conflict (dataset, format, day, piece) do update set path = :path, schema_version = :schema, rows = :rows,
                               bytes = :bytes, checksum = :checksum, open = :open, revision = :revision, late = :late, written_at = :at
                        """)
                .param("dataset", export.dataset().id())
                .param("format", export.format().id())
                .param("day", part.day())
                .param("piece", part.piece())
                .param("path", part.path())
                .param("schema", part.schemaVersion())
                .param("rows", part.rows())
                .param("bytes", part.bytes())
                .param("checksum", part.checksum())
                .param("open", part.open())
                .param("revision", part.revision())
                .param("late", part.late())
                .param("at", Timestamp.from(part.writtenAt()))
                .update();
    }

    /** By which the store was known when this export was whole there; empty before that. */
    Optional<String> mark(Export export) {
        return database.sql("select mark from connectors.export_store where dataset = :dataset and format = :format")
                .param("dataset", export.dataset().id())
                .param("format", export.format().id())
                .query(String.class)
                .optional();
    }

    void remember(Export export, String mark) {
        database.sql("""
                        insert into connectors.export_store (dataset, format, mark, seen_at) values (:dataset, :format, :mark, :now)
                            on conflict (dataset, format) do update set mark = :mark, seen_at = :now
                        """)
                .param("dataset", export.dataset().id())
                .param("format", export.format().id())
                .param("mark", mark)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The documents of these last days, and of the older ones those that nobody looked at for longest. */
    List<Part> toLookAt(Export export, int days, int older) {
        return database.sql("select " + PART + """
                         from (select *, day > max(day) over () - :days as late_day from connectors.export_part
                                where dataset = :dataset and format = :format) part
                        order by late_day desc, looked_at nulls first, day desc, piece
                        limit :older + (select count(*) from connectors.export_part where dataset = :dataset and format = :format
                                           and day > (select max(day) from connectors.export_part
                                                       where dataset = :dataset and format = :format) - :days)
                        """)
                .param("dataset", export.dataset().id())
                .param("format", export.format().id())
                .param("days", days)
                .param("older", older)
                .query(Part.class)
                .list();
    }

    /** Also says that the run is alive: looking takes its time. */
    void lookedAt(String id, Export export, Part part, boolean held) {
        Timestamp now = Timestamp.from(clock.instant());
        database.sql("""
                        update connectors.export_part set looked_at = case when :held then :now::timestamptz end
                         where dataset = :dataset and format = :format and day = :day and piece = :piece
                        """)
                .param("dataset", export.dataset().id())
                .param("format", export.format().id())
                .param("day", part.day())
                .param("piece", part.piece())
                .param("held", held)
                .param("now", now)
                .update();
        database.sql("update connectors.export_run set touched_at = :now where id = :id")
                .param("id", id)
                .param("now", now)
                .update();
    }

    void note(String id, Tally tally) {
        database.sql("""
                        update connectors.export_run set from_day = :from, days = :days, written = :written, rows = :rows, bytes = :bytes,
                               late = :late, schema_version = :schema, notice = :notice, touched_at = :now where id = :id
                        """)
                .param("id", id)
                .param("from", tally.from)
                .param("days", tally.days)
                .param("written", tally.written)
                .param("rows", tally.rows)
                .param("bytes", tally.bytes)
                .param("late", tally.late)
                .param("schema", tally.schemaVersion)
                .param("notice", tally.notice)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void end(String id, @Nullable Instant watermark, @Nullable String problem) {
        database.sql("""
                        update connectors.export_run set state = :state, ended_at = :now, watermark = :watermark, problem = :problem where id = :id
                        """)
                .param("id", id)
                .param("state", problem == null ? "DONE" : "FAILED")
                .param("now", Timestamp.from(clock.instant()))
                .param("watermark", watermark == null ? null : Timestamp.from(watermark))
                .param("problem", problem)
                .update();
    }
}
