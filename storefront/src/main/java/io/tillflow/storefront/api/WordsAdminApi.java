package io.tillflow.storefront.api;

import io.tillflow.storefront.catalogue.OptionWords;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.ProductWords;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.catalogue.WriteOptions;
import io.tillflow.storefront.catalogue.WriteWords;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.pages.Markdown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is said of a product in each language, for the people who write it. */
@RestController
@RequestMapping("/api/v1/admin/words/{product}")
class WordsAdminApi {
    private final WriteWords write;
    private final WriteOptions options;
    private final Shelf shelf;

    WordsAdminApi(WriteWords write, WriteOptions options, Shelf shelf) {
        this.write = write;
        this.options = options;
        this.shelf = shelf;
    }

    /**
     * All of them.
     *
     * @param words by language; none where it is not translated
     * @param looks its descriptions as shoppers see them
     * @param options what its colours and sizes are called, by language; empty where it is as in English
     * @param skus one variant of each colour, whose pictures are its colour's
     */
    record Whole(
            String product,
            String path,
            Map<String, ProductWords> words,
            Map<String, String> looks,
            Map<String, OptionWords> options,
            List<Colour> skus) {}

    record Colour(String sku, String name) {}

    /** @param seen what its author looked at */
    record Names(@Nullable OptionWords seen, @Nullable OptionWords options) {}

    /** @param seen what its author looked at; null where it was not translated */
    record Draft(@Nullable ProductWords seen, @Nullable ProductWords words) {}

    @GetMapping
    Whole words(@PathVariable String product) {
        Product known = shelf.product(product).orElseThrow(() -> ShopProblem.notFound("product"));
        Map<String, ProductWords> words = new LinkedHashMap<>();
        Map<String, String> looks = new LinkedHashMap<>();
        Map<String, OptionWords> said = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            said.put(language.code(), options.of(product, language));
            write.of(product, language).ifPresent(it -> {
                words.put(language.code(), it);
                looks.put(language.code(), Markdown.html(it.about(), language));
            });
        }
        List<Colour> colours = known.colours().stream()
                .flatMap(it -> known.variant(it, "").stream())
                .map(it -> new Colour(it.sku(), it.colourName()))
                .toList();
        return new Whole(product, "/p/" + product, words, looks, said, colours);
    }

    @PutMapping("/{language}")
    Whole write(@PathVariable String product, @PathVariable String language, @RequestBody Draft draft) {
        Language spoken = Language.of(language).orElseThrow(() -> ShopProblem.notFound("language"));
        if (shelf.product(product).isEmpty()) {
            throw ShopProblem.notFound("product");
        }
        if (draft.words() == null) {
            throw ShopProblem.needed("words");
        }
        try {
            Markdown.check(draft.words().checked().about());
        } catch (IllegalArgumentException unfit) {
            throw new ShopProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", String.valueOf(unfit.getMessage()));
        }
        if (!write.write(product, spoken, Optional.ofNullable(draft.seen()), draft.words())) {
            throw outdated();
        }
        shelf.reload();
        return words(product);
    }

    /** In another language than the shop's own; what an order was placed with stays. */
    @PutMapping("/{language}/options")
    Whole name(@PathVariable String product, @PathVariable String language, @RequestBody Names names) {
        Language spoken = Language.of(language)
                .filter(it -> it != Language.EN)
                .orElseThrow(() -> ShopProblem.notFound("other language"));
        if (shelf.product(product).isEmpty()) {
            throw ShopProblem.notFound("product");
        }
        if (names.seen() == null || names.options() == null) {
            throw ShopProblem.needed("seen, options");
        }
        try {
            names.options().checked(options.of(product, Language.EN));
        } catch (IllegalArgumentException unfit) {
            throw new ShopProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", String.valueOf(unfit.getMessage()));
        }
        if (!options.write(product, spoken, names.seen(), names.options())) {
            throw outdated();
        }
        shelf.reload();
        return words(product);
    }

    private static ShopProblem outdated() {
        return new ShopProblem(
                HttpStatus.CONFLICT, "outdated", "Somebody else changed these texts meanwhile. Look at them first.");
    }

    /** A record says itself what is wrong with a value. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        return ShopProblem.unreadable(unreadable);
    }
}
