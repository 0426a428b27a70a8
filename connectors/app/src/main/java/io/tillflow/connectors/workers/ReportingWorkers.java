package io.tillflow.connectors.workers;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.reporting.Reporting;
import io.tillflow.connectors.data.tables.TableResult;
import io.tillflow.connectors.data.tables.Tables;
import io.tillflow.processes.AskReporting;
import io.tillflow.processes.JobType;
import io.tillflow.processes.OfferedJobType;
import io.tillflow.processes.ReportingAnswered;
import io.tillflow.processes.TableWritten;
import io.tillflow.processes.WriteReporting;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What a process asks the shop's reporting views in SQL. */
@Component
public class ReportingWorkers {
    private static final int USUAL_ROWS = 20;

    private final Reporting reporting;
    private final Tables tables;

    ReportingWorkers(Reporting reporting, Tables tables) {
        this.reporting = reporting;
        this.tables = tables;
    }

    @Action(
            name = "Ask the reporting views",
            help =
                    "Reads few rows of the shop's reporting views by one SELECT, which can read nothing else and change nothing.",
            effect = Effect.READS)
    @JobWorker(type = JobType.ANALYTICS_ASK, maxJobsActive = 1)
    public ReportingAnswered ask(@VariablesAsType AskReporting job) {
        Reporting.Answer answer = reporting.ask(
                job.sql(),
                Objects.requireNonNullElse(job.values(), Map.of()),
                Objects.requireNonNullElse(job.most(), USUAL_ROWS));
        Tables.mustSuitVariables(answer.rows());
        return new ReportingAnswered(answer.rows(), answer.more());
    }

    @Action(
            name = "Write what the reporting views answer",
            help = "Makes a CSV or JSON document of what one SELECT reads of the shop's reporting views.",
            effect = Effect.KEYED)
    @JobWorker(type = OfferedJobType.ANALYTICS_WRITE_ANSWER, maxJobsActive = 1)
    public TableWritten write(@VariablesAsType WriteReporting job) {
        FilePath target = new FilePath(job.target());
        Reporting.Answer answer =
                reporting.ask(job.sql(), Objects.requireNonNullElse(job.values(), Map.of()), Tables.MOST_ROWS);
        if (answer.more()) {
            throw new IllegalArgumentException("expected at most " + Tables.MOST_ROWS
                    + " rows, but there are more: narrow the time, or add them up");
        }
        TableResult.Written written = tables.store(target, answer.columns(), answer.rows());
        return new TableWritten(job.target(), written.rows(), written.bytes(), written.checksum());
    }
}
