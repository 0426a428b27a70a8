package io.tillflow.studio.roundtrip;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tillflow.studio.bundle.BundleFailed;
import io.tillflow.studio.lint.Lint;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.lint.UploadedFiles;
import io.tillflow.studio.markup.Losses;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Opens and saves a file as the editor would, and tells what that did to it; nothing is kept. */
@RestController
class RoundtripApi {

    record Answer(
            String file,
            List<Losses.Item> lost,
            List<Losses.Item> added,
            List<Losses.Item> changed,
            @JsonProperty("shapes_before") int shapesBefore,
            @JsonProperty("shapes_after") int shapesAfter,
            Losses library,
            List<String> warnings,
            String source) {}

    private final Fidelity fidelity;
    private final Lint lint;

    RoundtripApi(Fidelity fidelity, Lint lint) {
        this.fidelity = fidelity;
        this.lint = lint;
    }

    @PostMapping(path = "/api/v1/roundtrip", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> roundtrip(MultipartHttpServletRequest request) {
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

    private ResponseEntity<?> answer(ModelFile file, String text) {
        try {
            Fidelity.Roundtrip done = fidelity.roundtrip(file.kind(), text);
            return ResponseEntity.ok(new Answer(
                    file.name(),
                    done.losses().lost(),
                    done.losses().added(),
                    done.losses().changed(),
                    done.shapesBefore(),
                    done.shapesAfter(),
                    done.library(),
                    done.warnings(),
                    done.source()));
        } catch (BundleFailed failed) {
            return refused("The editor cannot open this file: " + failed.getMessage());
        }
    }

    private static ResponseEntity<?> refused(String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, detail);
        problem.setTitle("The file cannot be opened");
        return ResponseEntity.unprocessableContent().body(Objects.requireNonNull(problem));
    }
}
