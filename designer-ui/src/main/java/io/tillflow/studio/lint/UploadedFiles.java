package io.tillflow.studio.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The files of a multipart request, whatever its parts are called. */
public final class UploadedFiles {
    private UploadedFiles() {}

    public static List<ModelFile> of(MultipartHttpServletRequest request) {
        return request.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .map(UploadedFiles::file)
                .toList();
    }

    private static ModelFile file(MultipartFile part) {
        try {
            return new ModelFile(
                    Objects.requireNonNullElse(part.getOriginalFilename(), part.getName()), part.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
