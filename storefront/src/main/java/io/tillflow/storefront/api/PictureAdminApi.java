package io.tillflow.storefront.api;

import io.tillflow.storefront.catalogue.PictureAddress;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.catalogue.VariantPictures;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.pictures.PictureStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pictures of a variant, and of the same colour in other sizes, for the people who run the shop. */
@RestController
@RequestMapping("/api/v1/admin/pictures/{sku}")
class PictureAdminApi {
    private static final int MOST = 12;
    private static final int LONGEST_ALT = 200;
    private static final int SMALL = 400;

    private final PictureStore store;
    private final VariantPictures variants;
    private final Shelf shelf;

    PictureAdminApi(PictureStore store, VariantPictures variants, Shelf shelf) {
        this.store = store;
        this.variants = variants;
        this.shelf = shelf;
    }

    /**
     * One of them.
     *
     * @param alts by language, what is said instead of showing it; empty for a drawn one
     * @param small a small JPEG in base 64; null for a drawn one
     */
    record Row(
            String name,
            String path,
            Map<String, String> alts,
            @Nullable String small) {}

    /** @param content the file, in base 64 */
    record Upload(
            byte @Nullable [] content,
            @Nullable Map<String, String> alts,
            @Nullable String by) {}

    record Order(@Nullable List<String> names) {}

    record Alts(@Nullable Map<String, String> alts) {}

    @GetMapping
    List<Row> pictures(@PathVariable String sku) {
        return known(sku).stream().map(this::row).toList();
    }

    /** Stands before the others, and instead of what is only drawn. */
    @PostMapping
    List<Row> add(@PathVariable String sku, @RequestBody Upload upload) {
        List<String> before = known(sku);
        Map<Language, String> alts = alts(upload.alts());
        byte[] content = upload.content();
        if (content == null) {
            throw wrong("There is no file.");
        }
        if (before.stream().filter(PictureAddress::brought).count() >= MOST) {
            throw full();
        }
        String by = upload.by() == null ? "staff" : upload.by();
        String name = Brought.taken(() -> store.add(content, alts, by));
        if (!variants.add(sku, name, MOST)) {
            throw full();
        }
        return changed(sku);
    }

    /** In this order; the list names all there are, so that none is lost that came meanwhile. */
    @PutMapping
    List<Row> order(@PathVariable String sku, @RequestBody Order order) {
        known(sku);
        List<String> names = order.names() == null ? List.of() : order.names();
        if (names.stream().anyMatch(Objects::isNull)) {
            throw wrong("Name the pictures of the variant, each once.");
        }
        if (!variants.order(sku, names)) {
            throw new ShopProblem(
                            HttpStatus.CONFLICT,
                            "outdated",
                            "The variant has other pictures by now than those named. Look at them first.")
                    .with("named", names)
                    .with("present", known(sku));
        }
        return changed(sku);
    }

    /** Takes it from the variant; at least one stays. */
    @DeleteMapping("/{name}")
    List<Row> remove(@PathVariable String sku, @PathVariable String name) {
        if (!known(sku).contains(name)) {
            throw ShopProblem.notFound("picture of that variant");
        }
        if (!variants.remove(sku, name)) {
            throw wrong("A variant keeps at least one picture. Add another one first.");
        }
        return changed(sku);
    }

    @PutMapping("/{name}/texts")
    List<Row> say(@PathVariable String sku, @PathVariable String name, @RequestBody Alts said) {
        if (!known(sku).contains(name) || !store.knows(name)) {
            throw ShopProblem.notFound("picture of that variant");
        }
        store.say(name, alts(said.alts()));
        return changed(sku);
    }

    private List<Row> changed(String sku) {
        shelf.reload();
        return pictures(sku);
    }

    private List<String> known(String sku) {
        return variants.of(sku).orElseThrow(() -> ShopProblem.notFound("variant"));
    }

    private Row row(String name) {
        Map<String, String> alts = new HashMap<>();
        store.alts(name).forEach((language, alt) -> alts.put(language.code(), alt));
        String small = store.file(name, SMALL, false)
                .map(it -> Base64.getEncoder().encodeToString(it.bytes()))
                .orElse(null);
        return new Row(name, PictureAddress.picture(name), alts, small);
    }

    private static Map<Language, String> alts(@Nullable Map<String, String> said) {
        Map<Language, String> alts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String named = said == null ? null : said.get(language.code());
            String alt = named == null ? "" : named.strip();
            if (alt.isEmpty() || alt.length() > LONGEST_ALT) {
                throw wrong("Say in each of "
                        + Arrays.stream(Language.values()).map(Language::title).toList()
                        + " what the picture shows, in at most " + LONGEST_ALT
                        + " characters: for those who do not see it.");
            }
            alts.put(language, alt);
        }
        return alts;
    }

    private static ShopProblem full() {
        return wrong("A variant has at most " + MOST + " pictures.");
    }

    private static ShopProblem wrong(String what) {
        return new ShopProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", what);
    }
}
