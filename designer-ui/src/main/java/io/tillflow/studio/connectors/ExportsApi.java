package io.tillflow.studio.connectors;

import io.tillflow.studio.connectors.Exports.Begun;
import io.tillflow.studio.connectors.Exports.Days;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exports for programs, under the same roles as the page. */
@RestController
@RequestMapping("/api/v1/exports")
class ExportsApi {
    private final ExportsDesk desk;

    ExportsApi(ExportsDesk desk) {
        this.desk = desk;
    }

    record Asked(@Nullable String from) {}

    @GetMapping
    Exports now() {
        return desk.now();
    }

    @GetMapping("/{dataset}/{format}/parts")
    Days days(@PathVariable String dataset, @PathVariable String format) {
        return desk.days(dataset, format);
    }

    @PostMapping("/{dataset}/{format}/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun run(@PathVariable String dataset, @PathVariable String format, @RequestBody Asked asked) {
        return desk.run(dataset, format, asked.from() == null || asked.from().isBlank() ? null : day(asked.from()));
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
