package io.tillflow.studio.instances;

import io.tillflow.engine.history.Facts.Everything;
import io.tillflow.engine.history.Facts.Variable;
import io.tillflow.engine.history.Recording;
import io.tillflow.engine.history.Recordings;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Instances as they were. */
@RestController
@RequestMapping("/api/v1/instances/{key}")
class ReplayApi {

    private final Recordings recordings;

    ReplayApi(Recordings recordings) {
        this.recordings = recordings;
    }

    /** Tokens, path, variables, incidents and decisions as of an instant such as {@code 2026-11-27T04:00:00.125Z}. */
    @GetMapping("/at")
    Everything at(@PathVariable long key, @RequestParam String time) {
        Instant instant = parse(time);
        Recording recording = recordings
                .find(key)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no instance with key " + key + "."));
        Instant started = recording.now().instance().startedAt();
        if (instant.isBefore(started)) {
            throw new IllegalArgumentException(
                    "expected time to be after the instance started at " + started + ", but it is " + instant);
        }
        return recording.at(instant);
    }

    /** Every value the variables had, oldest first; of one variable and of one scope where they are named. */
    @GetMapping("/variables/history")
    List<Variable> changes(
            @PathVariable long key, @RequestParam Optional<String> name, @RequestParam Optional<Long> scope) {
        Recording recording = recordings
                .find(key)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no instance with key " + key + "."));
        return recording.changes().stream()
                .map(Recording.Change::variable)
                .filter(it -> name.isEmpty() || name.get().equals(it.name()))
                .filter(it -> scope.isEmpty() || scope.get() == it.scopeKey())
                .toList();
    }

    private static Instant parse(String time) {
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "expected time to be an instant such as 2026-11-27T04:00:00.125Z, but it is " + time, e);
        }
    }
}
