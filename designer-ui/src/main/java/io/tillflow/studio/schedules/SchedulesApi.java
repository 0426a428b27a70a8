package io.tillflow.studio.schedules;

import io.tillflow.studio.schedules.Schedule.Asked;
import io.tillflow.studio.schedules.Schedule.Firing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Schedules for programs, under the same roles as the pages. */
@RestController
@RequestMapping("/api/v1/schedules")
class SchedulesApi {
    private final SchedulesDesk desk;

    SchedulesApi(SchedulesDesk desk) {
        this.desk = desk;
    }

    record Schedules(List<Schedule> items) {}

    record Firings(List<Firing> items) {}

    record Run(String event) {}

    @GetMapping
    Schedules all() {
        return new Schedules(desk.all());
    }

    @GetMapping("/{id}")
    Schedule one(@PathVariable String id) {
        return desk.one(id);
    }

    @GetMapping("/{id}/firings")
    Firings firings(@PathVariable String id) {
        return new Firings(desk.firings(id));
    }

    @PutMapping("/{id}")
    Schedule save(@PathVariable String id, @RequestBody Asked asked) {
        return desk.save(id, asked);
    }

    @PostMapping("/{id}/pause")
    Schedule pause(@PathVariable String id) {
        return desk.pause(id, true);
    }

    @PostMapping("/{id}/resume")
    Schedule resume(@PathVariable String id) {
        return desk.pause(id, false);
    }

    @PostMapping("/{id}/run")
    Run run(@PathVariable String id, @RequestHeader("Idempotency-Key") Optional<String> key) {
        return new Run(desk.run(id, key.orElseGet(() -> UUID.randomUUID().toString())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        desk.delete(id);
    }
}
