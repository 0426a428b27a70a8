package io.tillflow.storefront.web;

import io.tillflow.storefront.pictures.Logos;
import io.tillflow.storefront.pictures.PictureStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The pictures that merchants brought; their name is made of what they show, so that they may be kept for ever. */
@Controller
class BroughtPictures {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final MediaType WEBP = MediaType.parseMediaType("image/webp");

    private final PictureStore pictures;
    private final Logos logos;

    BroughtPictures(PictureStore pictures, Logos logos) {
        this.pictures = pictures;
        this.logos = logos;
    }

    /** A WebP for who reads it: the address stays the same wherever it stands, as do copies of the page. */
    @GetMapping("/img/{name:u-[0-9a-f]{24}}-{width:400|800|1600}.jpg")
    ResponseEntity<byte[]> picture(
            @PathVariable String name,
            @PathVariable int width,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accepts) {
        return pictures.file(name, width, accepts != null && accepts.contains(WEBP.toString()))
                .map(it -> forEver(it.webp() ? WEBP : MediaType.IMAGE_JPEG)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .body(it.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/img/{name:logo-[0-9a-f]{24}}.png")
    ResponseEntity<byte[]> logo(@PathVariable String name) {
        return logos.file(name)
                .map(forEver(MediaType.IMAGE_PNG)::body)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity.BodyBuilder forEver(MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable());
    }
}
