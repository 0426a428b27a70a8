package io.tillflow.connectors.workers;

import static io.camunda.client.exception.CamundaError.bpmnError;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.tables.Choice;
import io.tillflow.connectors.data.tables.TableResult;
import io.tillflow.connectors.data.tables.Tables;
import io.tillflow.processes.OfferedErrorCode;
import io.tillflow.processes.OfferedJobType;
import io.tillflow.processes.PutRow;
import io.tillflow.processes.ReadTable;
import io.tillflow.processes.RowPut;
import io.tillflow.processes.TableRead;
import io.tillflow.processes.TableWritten;
import io.tillflow.processes.WriteTable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a process reads of documents and writes to them. */
@Component
public class FileWorkers {
    private static final int USUAL_ROWS = 20;

    private final Tables tables;

    FileWorkers(Tables tables) {
        this.tables = tables;
    }

    @Action(
            name = "Read rows of a table",
            help =
                    "Reads chosen columns and rows of a CSV or JSON document; the document itself stays out of variables.",
            effect = Effect.READS,
            errors = {OfferedErrorCode.FILE_NOT_FOUND, OfferedErrorCode.TABLE_MALFORMED})
    @JobWorker(type = OfferedJobType.FILES_READ_TABLE, maxJobsActive = 1)
    public TableRead read(@VariablesAsType ReadTable job) {
        TableResult.Read read = done(tables.read(
                new FilePath(job.path()),
                choice(job.columns(), job.filter()),
                Objects.requireNonNullElse(job.most(), USUAL_ROWS)));
        return new TableRead(read.rows(), read.matched(), read.total(), read.checksum());
    }

    @Action(
            name = "Write a table",
            help = "Makes a CSV or JSON document of chosen columns and rows of another one.",
            effect = Effect.KEYED,
            errors = {OfferedErrorCode.FILE_NOT_FOUND, OfferedErrorCode.TABLE_MALFORMED})
    @JobWorker(type = OfferedJobType.FILES_WRITE_TABLE, maxJobsActive = 1)
    public TableWritten write(@VariablesAsType WriteTable job) {
        TableResult.Written written = done(tables.write(
                new FilePath(job.source()), new FilePath(job.target()), choice(job.columns(), job.filter())));
        return new TableWritten(job.target(), written.rows(), written.bytes(), written.checksum());
    }

    @Action(
            name = "Put a row into a table",
            help = "Adds a row to a CSV or JSON document, once for its key, however many write at the same time.",
            effect = Effect.KEYED,
            errors = OfferedErrorCode.TABLE_MALFORMED)
    @JobWorker(type = OfferedJobType.FILES_PUT_ROW, maxJobsActive = 1)
    public RowPut put(@VariablesAsType PutRow job, ActivatedJob self) {
        TableResult.Put put = done(
                tables.put(new FilePath(job.path()), job.row(), job.key(), job.replaces(), "job " + self.getKey()));
        return new RowPut(put.added(), put.rows(), put.checksum());
    }

    private static Choice choice(@Nullable List<String> columns, @Nullable String filter) {
        return new Choice(Objects.requireNonNullElse(columns, List.of()), Objects.requireNonNullElse(filter, ""));
    }

    private static <T> T done(TableResult<T> result) {
        return switch (result) {
            case TableResult.Done<T>(T what) -> what;
            case TableResult.NotFound<T>(String reason) -> throw bpmnError(OfferedErrorCode.FILE_NOT_FOUND, reason);
            case TableResult.Malformed<T>(String reason) -> throw bpmnError(OfferedErrorCode.TABLE_MALFORMED, reason);
        };
    }
}
