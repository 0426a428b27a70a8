package io.tillflow.studio.library;

import io.tillflow.studio.models.Saved;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The library: what ships, and models made of it. */
@RestController
@RequestMapping("/api/v1/templates")
class TemplatesApi {
    private final Templates templates;
    private final Copies copies;

    TemplatesApi(Templates templates, Copies copies) {
        this.templates = templates;
        this.copies = copies;
    }

    record Line(
            String id,
            String name,
            String description,
            List<String> starts,
            List<String> uses,
            List<String> jobs,
            int steps,
            int scenarios) {
        static Line of(Template it) {
            return new Line(
                    it.id(),
                    it.name(),
                    it.description(),
                    it.starts(),
                    it.uses(),
                    it.jobs(),
                    it.steps(),
                    it.scenarios());
        }
    }

    @GetMapping
    Map<String, List<Line>> search(@RequestParam(defaultValue = "") String q) {
        return Map.of("templates", templates.search(q).stream().map(Line::of).toList());
    }

    /** What the model is called. */
    record Wish(String name) {}

    @PostMapping("/{id}/models")
    @RolesAllowed(Role.Is.ANALYST)
    ResponseEntity<?> use(@PathVariable String id, @RequestBody Wish wish) {
        Template template = templates
                .find(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no template " + id + "."));
        try {
            return switch (copies.make(template, wish.name(), "From the template " + template.name())) {
                case Saved.Version(var model, var version, var changed) ->
                    ResponseEntity.created(URI.create("/api/v1/models/" + model))
                            .body(Map.of("id", model, "version", version));
                case Saved.Conflict conflict ->
                    problem(HttpStatus.CONFLICT, "There is a model with this name already.");
                case Saved.Gone gone -> problem(HttpStatus.GONE, gone.words());
                case Saved.Refused(var findings) ->
                    problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            findings.getFirst().message());
            };
        } catch (IllegalArgumentException unusable) {
            return problem(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(unusable.getMessage()));
        }
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
