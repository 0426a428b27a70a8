package io.tillflow.launcher.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Files as a form of a browser would send them. */
final class Multipart {

    private static final String PART = "files";

    private final String boundary;
    private final byte[] body;

    private Multipart(String boundary, byte[] body) {
        this.boundary = boundary;
        this.body = body;
    }

    static Multipart of(List<Path> files) {
        String boundary = "tillflow-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            for (Path file : files) {
                String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + PART + "\"; filename=\""
                        + quoted(file.getFileName().toString())
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
                body.write(head.getBytes(StandardCharsets.UTF_8));
                body.write(Files.readAllBytes(file));
                body.write("\r\n".getBytes(StandardCharsets.UTF_8));
            }
            body.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Multipart(boundary, body.toByteArray());
    }

    /** As browsers write names, so that no file name can end the header. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    byte[] body() {
        return body.clone();
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }
}
