package io.tillflow.studio.changes;

import io.tillflow.studio.lint.Lint;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.lint.UploadedFiles;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Compares and merges files that are sent; nothing is kept. */
@RestController
@RequestMapping(path = "/api/v1", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
class ChangesApi {
    private final Lint lint;

    ChangesApi(Lint lint) {
        this.lint = lint;
    }

    /** The older file first. */
    @PostMapping("/diff")
    ResponseEntity<?> diff(MultipartHttpServletRequest request) {
        return with(request, 2, (kind, texts) -> ModelDiff.between(kind, texts.get(0), texts.get(1)));
    }

    /** The common origin, A, B. */
    @PostMapping("/merge")
    ResponseEntity<?> merge(MultipartHttpServletRequest request) {
        return with(request, 3, (kind, texts) -> ModelMerge.of(kind, texts.get(0), texts.get(1), texts.get(2)));
    }

    private interface Work {
        Object on(ModelFile.Kind kind, List<String> texts);
    }

    private ResponseEntity<?> with(MultipartHttpServletRequest request, int count, Work work) {
        List<ModelFile> files = UploadedFiles.of(request);
        if (files.size() != count) {
            return refused("Expected " + count + " files, but " + files.size() + " came.");
        }
        if (files.stream().map(ModelFile::kind).distinct().count() > 1) {
            return refused("The files are of different kinds.");
        }
        List<Lint.Reading> read = files.stream().map(lint::read).toList();
        return read.stream()
                .filter(Lint.Reading.Refused.class::isInstance)
                .map(Lint.Reading.Refused.class::cast)
                .findFirst()
                .<ResponseEntity<?>>map(refused -> refused(
                        refused.finding().file() + ": " + refused.finding().message()))
                .orElseGet(() -> ResponseEntity.ok(work.on(
                        files.getFirst().kind(),
                        read.stream().map(it -> ((Lint.Reading.Text) it).text()).toList())));
    }

    private static ResponseEntity<?> refused(String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, detail);
        problem.setTitle("The files cannot be compared");
        return ResponseEntity.unprocessableContent().body(problem);
    }
}
