package io.tillflow.studio.models;

import io.tillflow.engine.Deployment;
import io.tillflow.studio.lint.Finding;
import io.tillflow.studio.lint.UploadedFiles;
import io.tillflow.studio.models.Deployments.Demand;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Brings files into the engine, all or none. */
@RestController
@RequestMapping("/api/v1/deployments")
class DeploymentsApi {

    record Line(String file, String id, int version, long key) {
        static Line of(Deployment.Deployed deployed) {
            return new Line(deployed.file(), deployed.id(), deployed.version(), deployed.key());
        }
    }

    record Problem(String file, String elementId, String message, String rule, String severity) {
        static Problem of(Finding finding) {
            return new Problem(
                    finding.file(),
                    finding.elementId(),
                    finding.message(),
                    finding.rule(),
                    finding.severity().word());
        }
    }

    /** RFC 9457 when it failed, with what the command line prints either way. */
    record Answer(
            @Nullable String type,
            @Nullable String title,
            int status,
            @Nullable String detail,
            List<Line> deployed,
            List<Problem> problems,
            @Nullable Scenarios scenarios) {}

    /**
     * What was played before.
     *
     * @param played scenarios and cases
     * @param red those that went otherwise; among the problems each says how
     */
    record Scenarios(int played, int red, List<String> notPlayable) {
        static Scenarios of(Proved proved) {
            return new Scenarios(proved.count(), proved.red().size(), proved.notPlayable());
        }
    }

    private final Deployments deployments;

    DeploymentsApi(Deployments deployments) {
        this.deployments = deployments;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @RolesAllowed(Role.Is.ANALYST)
    ResponseEntity<Answer> deploy(
            MultipartHttpServletRequest request,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean anyway) {
        var files = UploadedFiles.of(request);
        return answer(
                dryRun
                        ? deployments.rehearse(files, Proofs.Watch.NONE)
                        : deployments.deploy(files, anyway ? Demand.ANYWAY : Demand.GREEN));
    }

    private static ResponseEntity<Answer> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Deployed(var deployed, var findings, var proved) ->
                ResponseEntity.ok(accepted(deployed, findings, proved));
            case Outcome.WouldDeploy(var findings, var proved) ->
                ResponseEntity.ok(accepted(List.of(), findings, proved));
            case Outcome.Refused refused ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "Nothing was deployed",
                        refused.onlyByScenarios()
                                ? "Scenarios went otherwise: mend the model or the scenarios, or deploy anyway (anyway=true)."
                                : "Mend the errors and try again.",
                        refused.findings(),
                        Scenarios.of(refused.proved()));
            case Outcome.Busy(var message) ->
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Nothing was deployed yet",
                        message + " Try again.",
                        List.of(),
                        null);
            case Outcome.EngineAway(var message) ->
                problem(HttpStatus.SERVICE_UNAVAILABLE, "The process engine is away", message, List.of(), null);
        };
    }

    private static Answer accepted(List<Deployment.Deployed> deployed, List<Finding> findings, Proved proved) {
        List<Line> lines = deployed.stream().map(Line::of).toList();
        return new Answer(null, null, 200, null, lines, problems(findings), Scenarios.of(proved));
    }

    private static ResponseEntity<Answer> problem(
            HttpStatus status, String title, String detail, List<Finding> findings, @Nullable Scenarios scenarios) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Answer(
                        "about:blank", title, status.value(), detail, List.of(), problems(findings), scenarios));
    }

    private static List<Problem> problems(List<Finding> findings) {
        return findings.stream().map(Problem::of).toList();
    }
}
