package io.tillflow.storefront.api;

import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.pages.PageRack;
import io.tillflow.storefront.pages.ShownPage;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pages that merchants wrote, as shoppers read them, in the language asked for. */
@RestController
@RequestMapping("/api/v1/pages")
class PageApi {
    private final PageRack pages;

    PageApi(PageRack pages) {
        this.pages = pages;
    }

    /** @param open what somebody must still fill in */
    record Row(String page, String title, String language, String path, List<String> open) {
        static Row of(ShownPage it) {
            return new Row(
                    it.text().page(),
                    it.text().title(),
                    it.text().language().code(),
                    it.text().language().path(it.path()),
                    it.open());
        }
    }

    record Whole(Row page, String html) {}

    @GetMapping
    List<Row> all() {
        return pages.all().stream().map(Row::of).toList();
    }

    /** Each as often as it reads differently in a language of the shop. */
    @GetMapping(params = "languages=all")
    List<Row> inAllLanguages() {
        return Arrays.stream(Language.values())
                .flatMap(language -> language.speaking(this::all).stream())
                .distinct()
                .toList();
    }

    @GetMapping("/{page}")
    Whole page(@PathVariable String page) {
        return pages.page(page)
                .map(it -> new Whole(Row.of(it), it.html()))
                .orElseThrow(() -> ShopProblem.notFound("page"));
    }
}
