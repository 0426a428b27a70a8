package io.tillflow.studio.tuning;

import io.tillflow.studio.models.Saved;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Better bounds for programs: look, then accept. */
@RestController
@RequestMapping("/api/v1/tuning/order-risk")
class TuningApi {
    private final TuningDesk desk;

    TuningApi(TuningDesk desk) {
        this.desk = desk;
    }

    /** The proposal as it was looked at; the assumptions must be those it was looked at with. */
    record Accepted(
            @Nullable String path,
            @Nullable BigDecimal to,
            @Nullable Integer version,
            @Nullable Assumptions assumptions) {}

    @GetMapping
    Advice look(
            @RequestParam(defaultValue = "400") long review,
            @RequestParam(defaultValue = "1.0") double loss,
            @RequestParam(defaultValue = "0.3") double margin) {
        return desk.advise(new Assumptions(review, loss, margin));
    }

    /** Saves a version; deploying it stays a step of its own. */
    @PostMapping("/acceptances")
    ResponseEntity<?> accept(@RequestBody Accepted accepted) {
        if (accepted.path() == null || accepted.to() == null || accepted.version() == null) {
            throw new IllegalArgumentException("path, to and version must be given, as the proposal says them");
        }
        Assumptions assumptions = Objects.requireNonNullElse(accepted.assumptions(), Assumptions.USUAL);
        return switch (desk.accept(accepted.path(), accepted.to(), accepted.version(), assumptions)) {
            case Saved.Version saved -> ResponseEntity.ok(Map.of("model", saved.modelId(), "version", saved.version()));
            case Saved.Conflict conflict ->
                problem(
                        HttpStatus.CONFLICT,
                        "the table was changed since: version " + conflict.newest() + " is the newest");
            case Saved.Gone gone -> problem(HttpStatus.GONE, gone.words());
            case Saved.Refused refused -> problem(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(refused.findings()));
        };
    }

    @ExceptionHandler
    ResponseEntity<?> wrong(IllegalArgumentException wrong) {
        return problem(HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<?> impossible(IllegalStateException impossible) {
        return problem(HttpStatus.CONFLICT, String.valueOf(impossible.getMessage()));
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
