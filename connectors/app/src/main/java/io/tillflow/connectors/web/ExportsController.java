package io.tillflow.connectors.web;

import io.tillflow.connectors.data.exports.Dataset;
import io.tillflow.connectors.data.exports.ExportBook;
import io.tillflow.connectors.data.exports.ExportBook.Export;
import io.tillflow.connectors.data.exports.ExportFormat;
import io.tillflow.connectors.data.exports.ExportRun;
import io.tillflow.connectors.data.exports.Exporter;
import io.tillflow.connectors.data.exports.Part;
import io.tillflow.connectors.provider.HeldBack;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was exported when, and exporting now. */
@RestController
@RequestMapping("/api/v1/exports")
class ExportsController {
    private static final Logger log = LoggerFactory.getLogger(ExportsController.class);
    private static final int RUNS = 50;
    private static final int DAYS = 100;

    private final ExportBook book;
    private final Exporter exporter;

    ExportsController(ExportBook book, Exporter exporter) {
        this.book = book;
        this.exporter = exporter;
    }

    record Runs(List<String> datasets, List<String> formats, List<ExportRun> items) {}

    record Parts(List<Part> items) {}

    record Asked(@Nullable String from, @Nullable String by) {}

    record Begun(String id) {}

    @GetMapping
    Runs runs() {
        return new Runs(
                Arrays.stream(Dataset.values()).map(Dataset::id).toList(),
                Arrays.stream(ExportFormat.values()).map(ExportFormat::id).toList(),
                book.latest(RUNS));
    }

    /** The days of an export, newest first. */
    @GetMapping("/{dataset}/{format}/parts")
    Parts parts(@PathVariable String dataset, @PathVariable String format) {
        return new Parts(book.parts(export(dataset, format), DAYS));
    }

    /** Begins a run; how it goes is among the runs. */
    @PostMapping("/{dataset}/{format}/runs")
    ResponseEntity<?> begin(@PathVariable String dataset, @PathVariable String format, @RequestBody Asked asked) {
        Export export = export(dataset, format);
        LocalDate from = asked.from() == null || asked.from().isBlank() ? null : day(asked.from());
        if (asked.by() == null || asked.by().isBlank()) {
            throw new IllegalArgumentException("expected who asks for the export in the field by, but it is empty");
        }
        String id = UUID.randomUUID().toString();
        try {
            exporter.begin(id, export, asked.by());
        } catch (HeldBack another) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(ProblemDetail.forStatusAndDetail(
                            HttpStatus.CONFLICT,
                            "a run of " + dataset + " as " + format + " is under way: wait for its end"));
        }
        Thread.ofVirtual().name("export-" + id).start(() -> go(id, export, from));
        return ResponseEntity.accepted().body(new Begun(id));
    }

    private void go(String id, Export export, @Nullable LocalDate from) {
        try {
            exporter.go(id, export, from);
        } catch (RuntimeException e) {
            log.warn("the export {} of {} failed: {}", id, export.dataset().id(), e.getMessage());
        }
    }

    private static Export export(String dataset, String format) {
        return new Export(Dataset.named(dataset), ExportFormat.named(format));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "expected a day like 2026-03-02 to export from, but got '" + text + "'", e);
        }
    }
}
