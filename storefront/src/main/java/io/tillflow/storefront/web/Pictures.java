package io.tillflow.storefront.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.context.request.WebRequest;

/** The drawn pictures; they are kept packed and sent so to everyone who can unpack. */
@Controller
class Pictures {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final ConcurrentHashMap<String, Optional<Picture>> kept = new ConcurrentHashMap<>();

    private static final class Picture {
        private final byte[] packed;
        private final String tag;

        Picture(byte[] packed) {
            this.packed = packed;
            CRC32 crc = new CRC32();
            crc.update(packed);
            this.tag = "\"" + Long.toHexString(crc.getValue()) + "\"";
        }
    }

    @GetMapping("/img/{name:[a-z0-9-]{1,80}}.svg")
    @Nullable
    ResponseEntity<byte[]> picture(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String accepts,
            WebRequest request) {
        Optional<Picture> found = read(name);
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Picture picture = found.get();
        if (request.checkNotModified(picture.tag)) {
            return null;
        }
        boolean packed = accepts != null && accepts.contains("gzip");
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(SVG)
                .eTag(picture.tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .cacheControl(CacheControl.maxAge(7, TimeUnit.DAYS).cachePublic());
        return packed
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(picture.packed)
                : answer.body(unpack(picture.packed));
    }

    private Optional<Picture> read(String name) {
        ClassPathResource resource = new ClassPathResource("pictures/" + name + ".svg.gz");
        Optional<Picture> known = kept.get(name);
        if (known != null) {
            return known;
        }
        if (!resource.exists()) {
            return Optional.empty();
        }
        return kept.computeIfAbsent(name, n -> Optional.of(load(resource)));
    }

    private static Picture load(ClassPathResource resource) {
        try (InputStream in = resource.getInputStream()) {
            return new Picture(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] unpack(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
