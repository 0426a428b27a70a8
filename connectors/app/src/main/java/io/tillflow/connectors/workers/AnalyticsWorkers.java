package io.tillflow.connectors.workers;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.data.analytics.Analytics;
import io.tillflow.connectors.data.analytics.CountedEvent;
import io.tillflow.connectors.data.analytics.EventQuestion;
import io.tillflow.connectors.data.analytics.local.ShopFigures;
import io.tillflow.connectors.data.exports.Dataset;
import io.tillflow.connectors.data.exports.ExportBook.Export;
import io.tillflow.connectors.data.exports.ExportFormat;
import io.tillflow.connectors.data.exports.ExportRun;
import io.tillflow.connectors.data.exports.Exporter;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.processes.ExportDone;
import io.tillflow.processes.JobType;
import io.tillflow.processes.MetricRead;
import io.tillflow.processes.OfferedJobType;
import io.tillflow.processes.ReadMetric;
import io.tillflow.processes.RunExport;
import io.tillflow.processes.TrackEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What a process counts, asks and exports. */
@Component
public class AnalyticsWorkers {
    private static final long EXPORT_MS = 600_000;

    private final Analytics analytics;
    private final ShopFigures figures;
    private final Exporter exporter;

    AnalyticsWorkers(Analytics analytics, ShopFigures figures, Exporter exporter) {
        this.analytics = analytics;
        this.figures = figures;
        this.exporter = exporter;
    }

    @Action(name = "Count an event", help = "Tells the analytics that something happened, once.", effect = Effect.KEYED)
    @JobWorker(type = OfferedJobType.ANALYTICS_TRACK)
    public void track(@VariablesAsType TrackEvent job) {
        analytics.track(
                new CountedEvent(
                        job.event(),
                        job.subject(),
                        instant("at", job.at()),
                        Objects.requireNonNullElse(job.properties(), Map.of())),
                new EffectKey(job.effectKey()));
    }

    @Action(
            name = "Read a metric",
            help = "How often an event happened in a time, or what the shop sold in it.",
            effect = Effect.READS)
    @JobWorker(type = OfferedJobType.ANALYTICS_METRIC)
    public MetricRead metric(@VariablesAsType ReadMetric job) {
        Instant from = instant("from", job.from());
        Instant to = instant("to", job.to());
        return new MetricRead(
                job.metric().startsWith(ShopFigures.PREFIX)
                        ? figures.of(job.metric(), from, to)
                        : analytics.count(new EventQuestion(job.metric(), from, to)));
    }

    @Action(
            name = "Export figures",
            help = "Writes what is new or changed in a reporting view of the shop, a CSV or Parquet document a day.",
            effect = Effect.KEYED)
    @JobWorker(type = JobType.ANALYTICS_EXPORT, timeout = EXPORT_MS, maxJobsActive = 1)
    public ExportDone export(@VariablesAsType RunExport job) {
        Export export = new Export(Dataset.named(job.dataset()), ExportFormat.named(job.format()));
        ExportRun run = exporter.run(
                new EffectKey(job.effectKey()).value(),
                export,
                job.from() == null || job.from().isBlank() ? null : day(job.from()),
                "automation");
        return new ExportDone(run.written(), run.rows(), run.late(), String.valueOf(run.watermark()));
    }

    private static Instant instant(String variable, String text) {
        try {
            return ZonedDateTime.parse(text.replaceFirst("@.*$", "")).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "expected the variable " + variable + " to be an instant like 2026-03-02T09:30:00Z, but it is "
                            + text,
                    e);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "expected the variable from to be a day like 2026-03-02, but it is " + text, e);
        }
    }
}
