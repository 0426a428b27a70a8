package io.tillflow.connectors.web;

import io.tillflow.connectors.experiments.ExperimentDesk;
import io.tillflow.connectors.experiments.ExperimentDesk.View;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Experiments that are drawn into processes: how they stand, start, stop, take an arm. */
@RestController
@RequestMapping("/api/v1/experiments")
class ExperimentsController {
    private final ExperimentDesk desk;

    ExperimentsController(ExperimentDesk desk) {
        this.desk = desk;
    }

    record Items(List<View> items) {}

    /** Who does it; the studio says which person. */
    record Asked(
            @Nullable String by,
            @Nullable String arm,
            @Nullable Double floor) {
        String name() {
            if (by == null || by.isBlank()) {
                throw new IllegalArgumentException("by must be given: who did it is kept");
            }
            return by;
        }
    }

    @GetMapping
    Items all() {
        return new Items(desk.all());
    }

    @GetMapping("/{name}/{version}")
    View one(@PathVariable String name, @PathVariable int version) {
        return desk.one(name, version);
    }

    @PostMapping("/{name}/{version}/stop")
    View stop(@PathVariable String name, @PathVariable int version, @RequestBody Asked asked) {
        return desk.stop(name, version, asked.name());
    }

    @PostMapping("/{name}/{version}/start")
    View start(@PathVariable String name, @PathVariable int version, @RequestBody Asked asked) {
        return desk.start(name, version, asked.name());
    }

    @PostMapping("/{name}/{version}/taking")
    View take(@PathVariable String name, @PathVariable int version, @RequestBody Asked asked) {
        return desk.take(name, version, asked.arm(), asked.name());
    }

    /** Without a floor shares stay as they are. */
    @PostMapping("/{name}/{version}/shifting")
    View shift(@PathVariable String name, @PathVariable int version, @RequestBody Asked asked) {
        return desk.shift(name, version, asked.floor(), asked.name());
    }

    @ExceptionHandler
    ProblemDetail unknown(NoSuchElementException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail impossible(IllegalStateException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }
}
