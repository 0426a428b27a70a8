package io.tillflow.studio.models;

import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Makes models of models. */
@RestController
@RequestMapping("/api/v1/models/{id}/copies")
class CopiesApi {
    private final Models models;
    private final Copying copying;

    CopiesApi(Models models, Copying copying) {
        this.models = models;
        this.copying = copying;
    }

    /** What the new model is called. */
    record Wish(String name) {}

    /** Another model of the newest version, with its scenarios, its data to begin with and its cases. */
    @PostMapping
    @RolesAllowed(Role.Is.ANALYST)
    ResponseEntity<?> copy(@PathVariable String id, @RequestBody Wish wish) {
        Model model = models.byId(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no model " + id + "."));
        String source = models.source(id, model.version()).orElseThrow();
        return switch (copying.make(model, source, wish.name())) {
            case Saved.Version(var copy, var version, var changed) ->
                ResponseEntity.created(URI.create("/api/v1/models/" + copy))
                        .body(Map.of("id", copy, "version", version));
            case Saved.Conflict conflict -> problem(HttpStatus.CONFLICT, "There is a model with this name already.");
            case Saved.Gone gone -> problem(HttpStatus.GONE, gone.words());
            case Saved.Refused(var findings) ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        findings.isEmpty()
                                ? "A model's name begins with a letter, but not \"" + wish.name() + "\"."
                                : findings.getFirst().message());
        };
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
