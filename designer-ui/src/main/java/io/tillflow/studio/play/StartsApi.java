package io.tillflow.studio.play;

import io.tillflow.studio.models.Shelf;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Data to begin a play with, saved beside its model. */
@RestController
@RequestMapping("/api/v1/models/{id}/starts")
class StartsApi {
    private final Starts starts;
    private final Shelf shelf;

    StartsApi(Starts starts, Shelf shelf) {
        this.starts = starts;
        this.shelf = shelf;
    }

    record Line(String name, String title, int version, String author, Instant changedAt) {}

    @GetMapping
    Map<String, List<Line>> all(@PathVariable String id) {
        model(id);
        return Map.of("starts", starts.kept(id).stream().map(StartsApi::line).toList());
    }

    /** The newest text, or that of a version. */
    @GetMapping(path = "/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
    String source(@PathVariable String id, @PathVariable String name, @RequestParam(defaultValue = "0") int version) {
        model(id);
        String newest = starts.of(id).get(name);
        return (version == 0 ? java.util.Optional.ofNullable(newest) : starts.source(id, name, version))
                .orElseThrow(() -> missing(id + " has no data to begin with called " + name + "."));
    }

    /** Saves the next version. */
    @PutMapping("/{name}")
    @RolesAllowed(Role.Is.ANALYST)
    Map<String, Object> save(@PathVariable String id, @PathVariable String name, @RequestBody String source) {
        model(id);
        return Map.of("model", id, "name", name, "version", starts.save(id, name, source));
    }

    @DeleteMapping("/{name}")
    @RolesAllowed(Role.Is.ANALYST)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @PathVariable String name) {
        model(id);
        if (!starts.remove(id, name)) {
            throw missing(id + " has no data to begin with called " + name + ".");
        }
    }

    private void model(String id) {
        if (!shelf.has(id)) {
            throw missing("There is no model " + id + ".");
        }
    }

    private static ResponseStatusException missing(String reason) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, reason);
    }

    private static Line line(Starts.Kept it) {
        String source = it.source() == null ? "" : it.source();
        return new Line(
                it.name(), StartFile.read(it.name(), source).title(), it.version(), it.author(), it.changedAt());
    }
}
