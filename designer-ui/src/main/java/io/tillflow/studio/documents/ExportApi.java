package io.tillflow.studio.documents;

import io.tillflow.studio.bundle.BundleFailed;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.Shelf;
import io.tillflow.studio.security.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Models in other formats: {@code svg}, {@code png}, {@code pdf}, {@code html}, or {@code source}. */
@RestController
class ExportApi {
    private static final String FORMATS = "svg, png, pdf, html or source";
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Shelf shelf;
    private final Pictures pictures;
    private final CurrentUser user;

    ExportApi(Shelf shelf, Pictures pictures, CurrentUser user) {
        this.shelf = shelf;
        this.pictures = pictures;
        this.user = user;
    }

    /** A version, the newest unless one is named; {@code draft=true} prefers what this person draws. */
    @GetMapping("/api/v1/models/{id}/export")
    ResponseEntity<byte[]> export(
            @PathVariable String id,
            @RequestParam(defaultValue = "svg") String format,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "false") boolean draft) {
        Optional<ModelFile> drawn = draft ? shelf.drawn(id, user.name()) : Optional.empty();
        ModelFile file = drawn.or(() -> version == null ? shelf.find(id) : shelf.version(id, version))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        version == null
                                ? "There is no model " + id + "."
                                : "There is no version " + version + " of a model " + id + "."));
        String about = drawn.isPresent()
                ? "Drawn, not saved as a version yet"
                : "Version " + (version == null ? shelf.version(file.name()) : version);
        return switch (format) {
            case "svg" -> answer(file, "svg", SVG, picture(file).svg().getBytes(StandardCharsets.UTF_8));
            case "png" -> answer(file, "png", MediaType.IMAGE_PNG, pictures.png(picture(file)));
            case "pdf" -> answer(file, "pdf", MediaType.APPLICATION_PDF, pictures.pdf(picture(file), stem(file)));
            case "html" -> answer(file, "html", HTML, page(file, about).getBytes(StandardCharsets.UTF_8));
            case "source" -> answer(file, "", MediaType.APPLICATION_OCTET_STREAM, file.content());
            default ->
                throw new ResponseStatusException(
                        HttpStatus.BAD_REQUEST, "Expected the format " + FORMATS + ", but got " + format + ".");
        };
    }

    private Picture picture(ModelFile file) {
        if (file.kind() != ModelFile.Kind.BPMN) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    file.name() + " has no picture; ask for html, a page with its tables and fields.");
        }
        return pictures.of(file.text());
    }

    private String page(ModelFile file, String about) {
        Optional<Picture> picture =
                file.kind() == ModelFile.Kind.BPMN ? Optional.of(pictures.of(file.text())) : Optional.empty();
        return Page.of(
                new Page.Heading(shelf.title(file), about + " · " + file.name()),
                file,
                picture,
                shelf.companions(List.of(file)));
    }

    private static ResponseEntity<byte[]> answer(ModelFile file, String extension, MediaType type, byte[] content) {
        String name = extension.isEmpty() ? file.name() : stem(file) + "." + extension;
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (extension.equals("html") ? ContentDisposition.inline() : ContentDisposition.attachment())
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private static String stem(ModelFile file) {
        return file.name().replaceFirst("\\.[^.]+$", "");
    }

    @ExceptionHandler
    ProblemDetail undrawable(BundleFailed failed) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, "The model cannot be drawn: " + failed.getMessage());
        problem.setTitle("No picture");
        return problem;
    }
}
