package io.tillflow.studio.experiments;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Experiments for programs, under the same roles as the page. */
@RestController
@RequestMapping("/api/v1/experiments")
class ExperimentsApi {
    private final ExperimentsDesk desk;

    ExperimentsApi(ExperimentsDesk desk) {
        this.desk = desk;
    }

    record Taking(@Nullable String arm) {}

    record Shifting(@Nullable Double floor) {}

    @GetMapping
    Experiment.All all() {
        return new Experiment.All(desk.all());
    }

    @GetMapping("/{name}/{version}")
    Experiment one(@PathVariable String name, @PathVariable int version) {
        return desk.one(name, version);
    }

    @PostMapping("/{name}/{version}/stop")
    Experiment stop(@PathVariable String name, @PathVariable int version) {
        return desk.stop(name, version);
    }

    @PostMapping("/{name}/{version}/start")
    Experiment start(@PathVariable String name, @PathVariable int version) {
        return desk.start(name, version);
    }

    @PostMapping("/{name}/{version}/taking")
    Experiment take(@PathVariable String name, @PathVariable int version, @RequestBody Taking taking) {
        if (taking.arm() == null) {
            throw new IllegalArgumentException("expected the arm that everybody gets, as {\"arm\": \"new\"}");
        }
        return desk.take(name, version, taking.arm());
    }

    /** Without a floor shares stay as they are. */
    @PostMapping("/{name}/{version}/shifting")
    Experiment shift(@PathVariable String name, @PathVariable int version, @RequestBody Shifting shifting) {
        return desk.shift(name, version, shifting.floor());
    }
}
