package io.tillflow.studio.models;

import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deletes models that nothing needs, and brings deleted ones back. */
@RestController
@RequestMapping("/api/v1")
class DeletionsApi {
    private final Models models;
    private final Deletions deletions;

    DeletionsApi(Models models, Deletions deletions) {
        this.models = models;
        this.deletions = deletions;
    }

    record Line(String id, String kind, String file, String name, int version, Instant deletedAt, String deletedBy) {}

    @GetMapping("/deleted-models")
    Map<String, List<Line>> all() {
        return Map.of("models", deletions.all().stream().map(DeletionsApi::line).toList());
    }

    /** With {@code If-Match} only while that is the newest version. */
    @DeleteMapping("/models/{id}")
    @RolesAllowed(Role.Is.ANALYST)
    ResponseEntity<?> delete(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Model model = models.byId(id).orElse(null);
        if (model == null) {
            return models.deleted(id).isPresent()
                    ? problem(HttpStatus.GONE, "The model " + id + " is deleted already.")
                    : problem(HttpStatus.NOT_FOUND, "There is no model " + id + ".");
        }
        if (ifMatch != null && !ifMatch.replace("\"", "").equals(String.valueOf(model.version()))) {
            return changed(model);
        }
        return switch (deletions.delete(model)) {
            case Deletion.Done done -> ResponseEntity.noContent().build();
            case Deletion.Needed needed -> refused(model, needed);
            case Deletion.Changed changed -> changed(model);
        };
    }

    @PostMapping("/models/{id}/restoration")
    @RolesAllowed(Role.Is.ANALYST)
    ResponseEntity<?> restore(@PathVariable String id) {
        return deletions
                .restore(id)
                .<ResponseEntity<?>>map(it -> ResponseEntity.ok(Map.of("id", it.id(), "version", it.version())))
                .orElseGet(() -> models.byId(id).isPresent()
                        ? problem(HttpStatus.CONFLICT, "The model " + id + " is not deleted.")
                        : problem(HttpStatus.NOT_FOUND, "There is no model " + id + "."));
    }

    private static ResponseEntity<?> refused(Model model, Deletion.Needed needed) {
        List<String> callers = needed.callers().stream().map(Model::id).toList();
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                "The model " + model.id() + " is needed"
                        + (needed.engineVersion().isPresent()
                                ? ": the engine has it as version "
                                        + needed.engineVersion().getAsInt()
                                : "")
                        + (callers.isEmpty() ? "" : ": it is called by " + String.join(", ", callers))
                        + ".");
        detail.setTitle("The model is needed");
        detail.setProperty("callers", callers);
        needed.engineVersion().ifPresent(it -> detail.setProperty("engineVersion", it));
        return ResponseEntity.status(HttpStatus.CONFLICT).body(detail);
    }

    private static ResponseEntity<?> changed(Model model) {
        return problem(
                HttpStatus.PRECONDITION_FAILED,
                "Somebody saved or deleted " + model.id() + " since; version " + model.version() + " was the newest.");
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }

    private static Line line(Deleted it) {
        Model model = it.model();
        return new Line(
                model.id(), model.kind().name(), model.fileName(), model.name(), model.version(), it.at(), it.by());
    }
}
