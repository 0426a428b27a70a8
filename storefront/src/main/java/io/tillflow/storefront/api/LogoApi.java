package io.tillflow.storefront.api;

import io.tillflow.storefront.pictures.Logo;
import io.tillflow.storefront.pictures.Logos;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The shop's logo: everybody sees it, merchants bring it. */
@RestController
@RequestMapping("/api/v1")
class LogoApi {
    private final Logos logos;

    LogoApi(Logos logos) {
        this.logos = logos;
    }

    /** @param path of a PNG that never changes */
    record Shown(String path, int width, int height) {
        Shown(Logo logo) {
            this(logo.path(), logo.width(), logo.height());
        }
    }

    /**
     * As merchants see it.
     *
     * @param shown null while the shop shows its name
     * @param picture the PNG, in base 64
     */
    record Kept(@Nullable Shown shown, @Nullable String picture) {}

    /** @param content the file, in base 64 */
    record Upload(byte @Nullable [] content, @Nullable String by) {}

    @GetMapping("/shop/logo")
    Shown shown() {
        return logos.now().map(Shown::new).orElseThrow(() -> ShopProblem.notFound("logo"));
    }

    @GetMapping("/admin/profile/logo")
    Kept kept() {
        return logos.now()
                .map(it -> new Kept(
                        new Shown(it),
                        logos.file(it.name())
                                .map(Base64.getEncoder()::encodeToString)
                                .orElse(null)))
                .orElseGet(() -> new Kept(null, null));
    }

    /** Stands in the place of the one before. */
    @PutMapping("/admin/profile/logo")
    Kept put(@RequestBody Upload upload) {
        byte[] content = upload.content();
        if (content == null) {
            throw ShopProblem.needed("content");
        }
        Brought.taken(() -> logos.put(content, author(upload.by())));
        return kept();
    }

    /** The shop shows its name again. */
    @DeleteMapping("/admin/profile/logo")
    Kept remove(@RequestParam @Nullable String by) {
        if (!logos.remove(author(by))) {
            throw ShopProblem.notFound("logo");
        }
        return kept();
    }

    private static String author(@Nullable String by) {
        return by == null || by.isBlank() ? "staff" : by;
    }
}
