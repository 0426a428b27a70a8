package io.tillflow.studio.lint;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Judges files without keeping them. */
@RestController
@RequestMapping("/api/v1/lint")
class LintApi {

    record Line(String file, String elementId, String rule, String severity, String message) {}

    record Report(List<Line> findings, long errors, long warnings) {}

    private final Lint lint;

    LintApi(Lint lint) {
        this.lint = lint;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Report files(MultipartHttpServletRequest request) {
        return report(UploadedFiles.of(request));
    }

    /** One file as the body, named by the parameter. */
    @PostMapping(consumes = MediaType.ALL_VALUE)
    Report file(@RequestBody byte[] content, @RequestParam(defaultValue = "model.bpmn") String file) {
        return report(List.of(new ModelFile(file, content)));
    }

    private Report report(List<ModelFile> files) {
        List<Finding> findings = lint.check(files);
        long errors = findings.stream().filter(Finding::isError).count();
        return new Report(
                findings.stream()
                        .map(it -> new Line(
                                it.file(),
                                it.elementId(),
                                it.rule(),
                                it.severity().word(),
                                it.message()))
                        .toList(),
                errors,
                findings.size() - errors);
    }
}
