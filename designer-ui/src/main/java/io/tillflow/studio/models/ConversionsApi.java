package io.tillflow.studio.models;

import io.tillflow.studio.conversion.Camunda7;
import io.tillflow.studio.conversion.Conversion;
import io.tillflow.studio.conversion.Conversion.Line;
import io.tillflow.studio.conversion.SharedIds;
import io.tillflow.studio.lint.Lint;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.lint.UploadedFiles;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Converts a process that was drawn for Camunda 7, or whose elements share ids, and tells what is left to do; nothing is kept. */
@RestController
class ConversionsApi {

    record Answer(String file, String source, List<Line> mapped, List<Line> dropped, List<Line> open) {}

    private final Lint lint;

    ConversionsApi(Lint lint) {
        this.lint = lint;
    }

    @PostMapping(path = "/api/v1/conversions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> convert(MultipartHttpServletRequest request) {
        List<ModelFile> files = UploadedFiles.of(request);
        if (files.size() != 1) {
            return refused("Expected one file, but " + files.size() + " came.");
        }
        ModelFile file = files.getFirst();
        return switch (lint.read(file)) {
            case Lint.Reading.Refused(var finding) -> refused(finding.message());
            case Lint.Reading.Text(var text) -> answer(file, text);
        };
    }

    private static ResponseEntity<?> answer(ModelFile file, String text) {
        Optional<Conversion> apart = file.kind() == ModelFile.Kind.BPMN ? SharedIds.apart(text) : Optional.empty();
        String own = apart.map(Conversion::source).orElse(text);
        Optional<Conversion> converted = file.kind() == ModelFile.Kind.BPMN && Camunda7.drew(own)
                ? Optional.of(Camunda7.convert(own))
                : Optional.empty();
        if (apart.isEmpty() && converted.isEmpty()) {
            return refused("Expected a process drawn for Camunda 7 or with ids that several elements share, but "
                    + file.name() + " has nothing of it.");
        }
        Conversion done = apart.flatMap(first -> converted.map(first::then))
                .or(() -> converted)
                .or(() -> apart)
                .orElseThrow();
        return ResponseEntity.ok(new Answer(file.name(), done.source(), done.mapped(), done.dropped(), done.open()));
    }

    private static ResponseEntity<?> refused(String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, detail);
        problem.setTitle("The file cannot be converted");
        return ResponseEntity.unprocessableContent().body(problem);
    }
}
