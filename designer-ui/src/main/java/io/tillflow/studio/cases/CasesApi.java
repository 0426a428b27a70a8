package io.tillflow.studio.cases;

import io.tillflow.rules.DecisionFailed;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.Shelf;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The cases of a decision table, as the JSON file beside it or as a sheet; their entity tag is their newest version. */
@RestController
@RequestMapping("/api/v1/models/{id}")
class CasesApi {
    private static final String CSV = "text/csv";

    private final Cases cases;
    private final Shelf shelf;

    CasesApi(Cases cases, Shelf shelf) {
        this.cases = cases;
        this.shelf = shelf;
    }

    /** The newest cases, or those of a version; version 0 are the shipped ones. */
    @GetMapping(path = "/cases", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> all(@PathVariable String id, @RequestParam(required = false) @Nullable Integer version) {
        table(id);
        Cases.Kept kept = version == null
                ? cases.of(id)
                : cases.version(id, version)
                        .orElseThrow(() -> missing("The cases of " + id + " have no version " + version + "."));
        return ResponseEntity.ok().eTag("\"" + kept.tag() + "\"").body(CaseFile.text(kept.cases()));
    }

    record Versions(List<Cases.Line> versions, boolean shippedChanged) {}

    /** The kept versions, and whether a release since brought other cases; putting version 0 takes those. */
    @GetMapping("/cases/versions")
    Versions versions(@PathVariable String id) {
        table(id);
        return new Versions(cases.versions(id), cases.shippedChanged(id));
    }

    /** The newest cases of one of the model's decisions, the model's own when none is named. */
    @GetMapping(path = "/cases.csv", produces = CSV)
    ResponseEntity<byte[]> sheet(@PathVariable String id, @RequestParam(defaultValue = "") String decision) {
        DecisionSheet sheet = sheet(id, decision, table(id));
        Cases.Kept kept = cases.of(id);
        List<Case> own = CaseEdits.of(kept.cases(), sheet, own(id));
        return ResponseEntity.ok()
                .eTag("\"" + kept.tag() + "\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + sheet.decisionId() + ".cases.csv\"")
                .body(CaseSheet.of(sheet, own).csv(own).getBytes(StandardCharsets.UTF_8));
    }

    /** Saves the body as the version after the one that {@code If-Match} names. */
    @PutMapping(path = "/cases", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RolesAllowed(Role.Is.ANALYST)
    ResponseEntity<?> save(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody String source) {
        table(id);
        return base(ifMatch)
                .map(base -> answer(id, cases.save(id, base, CaseFile.read(source))))
                .orElseGet(CasesApi::which);
    }

    /** Saves a sheet in place of the cases of one of the model's decisions. */
    @PutMapping(path = "/cases.csv", consumes = CSV)
    @RolesAllowed(Role.Is.ANALYST)
    ResponseEntity<?> save(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(defaultValue = "") String decision,
            @RequestBody byte[] csv) {
        DecisionSheet sheet = sheet(id, decision, table(id));
        List<Case> rows = CaseSheet.read(sheet, csv);
        List<Case> all = CaseEdits.replace(cases.of(id).cases(), sheet, own(id), rows);
        return base(ifMatch).map(base -> answer(id, cases.save(id, base, all))).orElseGet(CasesApi::which);
    }

    record Line(
            String name,
            String decision,
            boolean passed,
            List<String> rules,
            @Nullable Object answer,
            List<CaseRun.Difference> differences,
            String failure) {
        static Line of(CaseRun.Result it) {
            return new Line(
                    it.asked().name(),
                    it.decision(),
                    it.passed(),
                    it.rules(),
                    it.answer(),
                    it.differences(),
                    it.failure());
        }
    }

    record Run(int cases, int passed, int casesVersion, List<Line> results, int rules, List<CaseRun.Unhit> unhit) {}

    /** Runs the newest cases on the newest version of the model, or on another. */
    @PostMapping("/cases/run")
    @RolesAllowed(Role.Is.ANALYST)
    Run run(@PathVariable String id, @RequestParam(required = false) @Nullable Integer version) {
        ModelFile file = version == null
                ? table(id)
                : shelf.version(id, version)
                        .orElseThrow(() -> missing("Model " + id + " has no version " + version + "."));
        Cases.Kept kept = cases.of(id);
        CaseRun.Report report = CaseRun.of(id, file, kept.cases());
        int passed = report.results().size() - report.failed().size();
        return new Run(
                report.results().size(),
                passed,
                kept.version(),
                report.results().stream().map(Line::of).toList(),
                report.rules(),
                report.unhit());
    }

    private static Optional<String> base(@Nullable String ifMatch) {
        return Optional.ofNullable(ifMatch)
                .filter(it -> it.matches("\"?\\d{1,9}(-[0-9a-f]{16})?\"?"))
                .map(it -> it.replace("\"", ""));
    }

    private static ResponseEntity<Object> answer(String id, Cases.Saving saving) {
        return switch (saving) {
            case Cases.Saving.Version(var version, var changed) ->
                ResponseEntity.status(changed ? HttpStatus.CREATED : HttpStatus.OK)
                        .eTag("\"" + version + "\"")
                        .body(Map.of("model", id, "version", version));
            case Cases.Saving.Conflict conflict ->
                problem(
                        HttpStatus.PRECONDITION_FAILED,
                        "These are not the newest cases",
                        conflict.words() + ": read the cases again.");
        };
    }

    private static ResponseEntity<Object> which() {
        return problem(
                HttpStatus.PRECONDITION_REQUIRED,
                "Which version did you change?",
                "Send If-Match with the entity tag of the cases you read.");
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return ResponseEntity.status(status).body(problem);
    }

    @ExceptionHandler
    ProblemDetail refused(CasesRefused refused) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(refused.getMessage()));
        problem.setTitle("The cases cannot be kept as they are");
        problem.setProperty("problems", refused.problems());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail refused(DecisionFailed refused) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(refused.getMessage()));
        problem.setTitle("The cases cannot be run");
        return problem;
    }

    private String own(String id) {
        return DecisionSheets.of(table(id).text())
                .find("", id)
                .map(DecisionSheet::decisionId)
                .orElse("");
    }

    private static DecisionSheet sheet(String id, String decision, ModelFile file) {
        return DecisionSheets.of(file.text())
                .find(decision, id)
                .orElseThrow(() -> missing("The model " + id + " has no decision " + decision + "."));
    }

    private ModelFile table(String id) {
        return Optional.of(id)
                .filter(shelf::has)
                .flatMap(shelf::find)
                .filter(it -> it.kind() == ModelFile.Kind.DMN)
                .orElseThrow(() -> missing("There is no decision table " + id + "."));
    }

    private static ResponseStatusException missing(String reason) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, reason);
    }
}
