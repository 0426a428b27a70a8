package io.tillflow.studio.models;

import io.tillflow.studio.changes.Changes;
import io.tillflow.studio.changes.ModelDiff;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Models and their versions; the entity tag of a model is its newest version. */
@RestController
@RequestMapping("/api/v1/models")
class ModelsApi {
    private static final int MOST = 100;

    record Line(
            String id,
            String kind,
            String file,
            String name,
            int version,
            Instant changedAt,
            String changedBy,
            @Nullable Integer engineVersion,
            @Nullable Integer liveVersion) {}

    record VersionLine(
            int version,
            String comment,
            String author,
            Instant createdAt,
            @Nullable Integer engineVersion) {}

    record Versions(List<VersionLine> versions, @Nullable Integer next) {}

    private final Models models;
    private final LiveVersions live;
    private final Drawing drawing;

    ModelsApi(Models models, LiveVersions live, Drawing drawing) {
        this.models = models;
        this.live = live;
        this.drawing = drawing;
    }

    @GetMapping
    Map<String, List<Line>> all() {
        var deployed = live.all();
        return Map.of(
                "models",
                models.all().stream()
                        .map(model -> line(model, Optional.ofNullable(deployed.get(model.id()))))
                        .toList());
    }

    /** The newest source, or that of a version. */
    @GetMapping("/{id}")
    ResponseEntity<byte[]> source(@PathVariable String id, @RequestParam(required = false) @Nullable Integer version) {
        Model model = model(id);
        int wanted = version == null ? model.version() : version;
        String source = text(id, wanted);
        return ResponseEntity.ok()
                .eTag("\"" + wanted + "\"")
                .contentType(
                        model.kind() == ModelFile.Kind.FORM ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + model.fileName() + "\"")
                .body(source.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{id}/versions")
    Versions versions(@PathVariable String id, @RequestParam(defaultValue = "2147483647") int before) {
        model(id);
        var engine = live.engineVersions(id);
        List<VersionLine> page = models.versions(id, before, MOST).stream()
                .map(it -> new VersionLine(
                        it.version(), it.comment(), it.author(), it.createdAt(), engine.get(it.version())))
                .toList();
        return new Versions(page, page.size() < MOST ? null : page.getLast().version());
    }

    /** What became of the model between two versions. */
    @GetMapping("/{id}/diff")
    Changes diff(@PathVariable String id, @RequestParam int from, @RequestParam int to) {
        Model model = model(id);
        return ModelDiff.between(model.kind(), text(id, from), text(id, to));
    }

    private String text(String id, int version) {
        return models.source(id, version)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Model " + id + " has no version " + version + "."));
    }

    /** Saves the body as the version after the one that {@code If-Match} names. */
    @PutMapping("/{id}")
    @RolesAllowed(Role.Is.ANALYST)
    ResponseEntity<?> save(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(defaultValue = "") String comment,
            @RequestBody byte[] source) {
        Model model = model(id);
        if (ifMatch == null || !ifMatch.matches("\"?\\d{1,9}\"?")) {
            return problem(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "Which version did you change?",
                    "Send If-Match with the entity tag of the version you read.");
        }
        int base = Integer.parseInt(ifMatch.replace("\"", ""));
        Saved saved = drawing.save(model.fileName(), base, new String(source, StandardCharsets.UTF_8), comment);
        return switch (saved) {
            case Saved.Version(var ignored, var version, var changed) ->
                ResponseEntity.status(changed ? HttpStatus.CREATED : HttpStatus.OK)
                        .eTag("\"" + version + "\"")
                        .location(URI.create("/api/v1/models/" + id + "?version=" + version))
                        .body(Map.of("id", id, "version", version));
            case Saved.Conflict(var newest, var author) ->
                problem(
                        HttpStatus.PRECONDITION_FAILED,
                        "Somebody saved since",
                        "The newest version is " + newest + " by " + author + ".");
            case Saved.Gone gone -> problem(HttpStatus.GONE, "The model was deleted", gone.words());
            case Saved.Refused(var findings) ->
                refused(findings.stream().map(DeploymentsApi.Problem::of).toList());
        };
    }

    private static ResponseEntity<?> refused(List<DeploymentsApi.Problem> problems) {
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, "The file cannot be kept as it is.");
        detail.setProperty("problems", problems);
        return ResponseEntity.unprocessableContent().body(detail);
    }

    private static ResponseEntity<?> problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return ResponseEntity.status(status).body(problem);
    }

    private Model model(String id) {
        return models.byId(id).orElseThrow(() -> missing(id));
    }

    /** One that was deleted answers otherwise than one that never was. */
    private ResponseStatusException missing(String id) {
        return models.deleted(id)
                .map(it -> new ResponseStatusException(
                        HttpStatus.GONE, new Saved.Gone(it.model().id(), it.by(), it.at()).words()))
                .orElseGet(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no model " + id + "."));
    }

    private static Line line(Model model, Optional<LiveVersions.Live> deployed) {
        return new Line(
                model.id(),
                model.kind().name(),
                model.fileName(),
                model.name(),
                model.version(),
                model.changedAt(),
                model.changedBy(),
                deployed.map(LiveVersions.Live::engineVersion).orElse(null),
                deployed.filter(it -> it.version().isPresent())
                        .map(it -> it.version().getAsInt())
                        .orElse(null));
    }
}
