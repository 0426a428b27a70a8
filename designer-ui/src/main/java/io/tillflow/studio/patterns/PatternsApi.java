package io.tillflow.studio.patterns;

import io.tillflow.studio.patterns.Pattern.Asked;
import io.tillflow.studio.patterns.Pattern.Choices;
import io.tillflow.studio.patterns.Pattern.Made;
import io.tillflow.studio.patterns.Pattern.Past;
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

/** Patterns for programs, under the same roles as the pages. */
@RestController
@RequestMapping("/api/v1/patterns")
class PatternsApi {
    private final PatternsDesk desk;

    PatternsApi(PatternsDesk desk) {
        this.desk = desk;
    }

    record Patterns(List<Pattern> items) {}

    record Firings(List<Made> items) {}

    record Run(String event) {}

    @GetMapping
    Patterns all() {
        return new Patterns(desk.all());
    }

    @GetMapping("/{id}")
    Pattern one(@PathVariable String id) {
        return desk.one(id);
    }

    @GetMapping("/{id}/firings")
    Firings firings(@PathVariable String id) {
        return new Firings(desk.firings(id));
    }

    @GetMapping("/metrics")
    Choices metrics() {
        return desk.metrics();
    }

    /** When a rule would have been seen in the last 90 days, without keeping it. */
    @PostMapping("/preview")
    Past preview(@RequestBody Asked asked) {
        return desk.past(asked);
    }

    @PutMapping("/{id}")
    Pattern save(@PathVariable String id, @RequestBody Asked asked) {
        return desk.save(id, asked);
    }

    @PostMapping("/{id}/pause")
    Pattern pause(@PathVariable String id) {
        return desk.pause(id, true);
    }

    @PostMapping("/{id}/resume")
    Pattern resume(@PathVariable String id) {
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
