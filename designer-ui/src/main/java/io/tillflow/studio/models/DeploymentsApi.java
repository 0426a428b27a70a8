package io.tillflow.studio.models;

import io.tillflow.engine.Deployment;
import io.tillflow.studio.lint.Finding;
import io.tillflow.studio.lint.UploadedFiles;
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
            List<Problem> problems) {}

    private final Deployments deployments;

    DeploymentsApi(Deployments deployments) {
        this.deployments = deployments;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @RolesAllowed(Role.Is.ANALYST)
    ResponseEntity<Answer> deploy(
            MultipartHttpServletRequest request, @RequestParam(defaultValue = "false") boolean dryRun) {
        var files = UploadedFiles.of(request);
        return answer(dryRun ? deployments.rehearse(files) : deployments.deploy(files));
    }

    private static ResponseEntity<Answer> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Deployed(var deployed, var findings) ->
                ResponseEntity.ok(new Answer(
                        null, null, 200, null, deployed.stream().map(Line::of).toList(), problems(findings)));
            case Outcome.WouldDeploy(var findings) ->
                ResponseEntity.ok(new Answer(null, null, 200, null, List.of(), problems(findings)));
            case Outcome.Refused(var findings) ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "Nothing was deployed",
                        "Mend the errors and try again.",
                        findings);
            case Outcome.EngineAway(var message) ->
                problem(HttpStatus.SERVICE_UNAVAILABLE, "The process engine is away", message, List.of());
        };
    }

    private static ResponseEntity<Answer> problem(
            HttpStatus status, String title, String detail, List<Finding> findings) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Answer("about:blank", title, status.value(), detail, List.of(), problems(findings)));
    }

    private static List<Problem> problems(List<Finding> findings) {
        return findings.stream().map(Problem::of).toList();
    }
}
