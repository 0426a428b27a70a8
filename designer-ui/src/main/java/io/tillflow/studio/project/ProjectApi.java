package io.tillflow.studio.project;

import io.tillflow.studio.project.Project.Pushed;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The project as a zip file, for programs and browsers. */
@RestController
@RequestMapping("/api/v1/project")
class ProjectApi {
    private final Project project;

    ProjectApi(Project project) {
        this.project = project;
    }

    @GetMapping(produces = "application/zip")
    ResponseEntity<byte[]> pull() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tillflow-project.zip\"")
                .body(project.pull());
    }

    /** Saves what differs as new versions; a file that somebody changed since it was pulled is a conflict and left alone. */
    @PostMapping
    Pushed push(@RequestBody byte[] zip, @RequestParam(defaultValue = "Pushed from a folder") String comment) {
        try {
            return project.push(zip, comment, Project.Watch.NONE);
        } catch (IllegalArgumentException refused) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, refused.getMessage());
        }
    }
}
