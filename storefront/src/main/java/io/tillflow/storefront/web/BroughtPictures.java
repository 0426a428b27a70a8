package io.tillflow.storefront.web;

import io.tillflow.storefront.pictures.PictureStore;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pictures that merchants brought; their name is made of what they show, so that they may be kept for ever. */
@Controller
class BroughtPictures {
    private static final Duration YEAR = Duration.ofDays(365);

    private final PictureStore pictures;

    BroughtPictures(PictureStore pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/img/{name:u-[0-9a-f]{24}}-{width:400|800|1600}.jpg")
    ResponseEntity<byte[]> picture(@PathVariable String name, @PathVariable int width) {
        return pictures.file(name, width)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable())
                        .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
