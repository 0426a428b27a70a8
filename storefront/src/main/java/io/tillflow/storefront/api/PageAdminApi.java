package io.tillflow.storefront.api;

import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.pages.PageRack;
import io.tillflow.storefront.pages.PageText;
import io.tillflow.storefront.pages.Pages;
import io.tillflow.storefront.pages.ShownPage;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pages for the people who write them: every text is kept, and shown to shoppers only when somebody says so. */
@RestController
@RequestMapping("/api/v1/admin/pages")
class PageAdminApi {
    /** What the shop says itself, at addresses beside them. */
    private static final Set<String> TAKEN = Set.of("order", "prices", "mending", "data");

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST = 60_000;

    private final Pages pages;
    private final PageRack rack;
    private final Clock clock;

    PageAdminApi(Pages pages, PageRack rack, Clock clock) {
        this.pages = pages;
        this.rack = rack;
        this.clock = clock;
    }

    /**
     * A page in a language.
     *
     * @param version the latest; 0 while nobody wrote one
     * @param shown which of them shoppers read; 0 for what the shop came with, null for none
     * @param open what must be filled in where shoppers read it
     */
    record Text(
            String page,
            String language,
            String title,
            int version,
            @Nullable Integer shown,
            List<String> open,
            String author,
            @Nullable Instant writtenAt) {}

    record Row(String page, boolean shipped, List<Text> texts) {}

    record Version(
            int version,
            String title,
            String body,
            String author,
            @Nullable Instant writtenAt) {}

    record Whole(Text text, boolean shipped, String body, List<Version> versions, List<String> blanks) {}

    /** @param seen the latest version its author knew */
    record Draft(
            @Nullable String title,
            @Nullable String body,
            @Nullable Integer seen,
            @Nullable String by) {}

    record Choice(@Nullable Integer version, @Nullable String by) {}

    record Look(String html, List<String> open) {}

    @GetMapping
    List<Row> all() {
        return pages.names().stream()
                .map(page -> new Row(
                        page,
                        Pages.shipped(page),
                        Arrays.stream(Language.values())
                                .map(it -> text(page, it, pages.versions(page, it)))
                                .toList()))
                .toList();
    }

    @GetMapping("/{page}/{language}")
    Whole page(@PathVariable String page, @PathVariable String language) {
        return whole(page, spoken(language));
    }

    @PutMapping("/{page}/{language}")
    Whole write(@PathVariable String page, @PathVariable String language, @RequestBody Draft draft) {
        Language spoken = spoken(language);
        if (!page.matches("[a-z0-9-]{1,60}") || TAKEN.contains(page)) {
            throw wrong("The address of a page has small letters, digits and dashes, and not one of " + TAKEN + ".");
        }
        String title = draft.title() == null ? "" : draft.title().strip();
        String body = body(draft, spoken);
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw wrong("A page needs a title of at most " + LONGEST_TITLE + " characters.");
        }
        int seen = draft.seen() == null ? 0 : draft.seen();
        try {
            pages.write(page, spoken, seen, new Pages.Draft(title, body, by(draft.by())));
        } catch (Pages.Outdated outdated) {
            throw new ShopProblem(
                    HttpStatus.CONFLICT, "outdated", "Somebody else kept another text meanwhile. Look at it first.");
        }
        return whole(page, spoken);
    }

    @PutMapping("/{page}/{language}/shown")
    Whole show(@PathVariable String page, @PathVariable String language, @RequestBody Choice choice) {
        Language spoken = spoken(language);
        int version = choice.version() == null ? 0 : choice.version();
        if (!pages.show(page, spoken, version, by(choice.by()))) {
            throw ShopProblem.notFound("version of that page");
        }
        rack.reload();
        return whole(page, spoken);
    }

    /** In all languages; a page that the shop came with then says again what it came with, in that one. */
    @DeleteMapping("/{page}/{language}/shown")
    Whole hide(@PathVariable String page, @PathVariable String language) {
        Language spoken = spoken(language);
        pages.hide(page, spoken);
        rack.reload();
        return whole(page, spoken);
    }

    @DeleteMapping("/{page}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String page) {
        if (!pages.delete(page) && pages.names().contains(page)) {
            throw new ShopProblem(
                    HttpStatus.CONFLICT, "shown", "Shoppers read this page. Take it away from them first.");
        }
    }

    /** How a text would look; nothing is kept. */
    @PostMapping("/{language}/look")
    Look look(@PathVariable String language, @RequestBody Draft draft) {
        Language spoken = spoken(language);
        PageText text = new PageText("look", spoken, 0, "", body(draft, spoken), "", clock.instant());
        ShownPage look = rack.look(text);
        return new Look(look.html(), look.open());
    }

    private String body(Draft draft, Language language) {
        String body = draft.body() == null ? "" : draft.body().strip();
        if (body.length() > LONGEST) {
            throw wrong("A page has at most " + LONGEST + " characters.");
        }
        List<String> unknown = rack.unknownBlanks(body);
        if (!unknown.isEmpty()) {
            throw wrong("The shop does not know " + unknown + ". It knows " + rack.blanks() + ".");
        }
        try {
            rack.check(body, language);
        } catch (IllegalArgumentException unfit) {
            throw wrong(String.valueOf(unfit.getMessage()));
        }
        return body;
    }

    private Whole whole(String page, Language language) {
        List<PageText> versions = pages.versions(page, language);
        if (versions.isEmpty() && !pages.names().contains(page)) {
            throw ShopProblem.notFound("page");
        }
        return new Whole(
                text(page, language, versions),
                Pages.shipped(page),
                versions.isEmpty() ? "" : versions.getFirst().body(),
                versions.stream()
                        .map(it -> new Version(it.version(), it.title(), it.body(), it.author(), written(it)))
                        .toList(),
                rack.blanks());
    }

    private Text text(String page, Language language, List<PageText> versions) {
        Integer shown = pages.shownVersion(page, language).orElse(Pages.shipped(page) ? 0 : null);
        List<String> open = versions.stream()
                .filter(it -> shown != null && it.version() == shown)
                .findFirst()
                .map(it -> rack.look(it).open())
                .orElse(List.of());
        if (versions.isEmpty()) {
            return new Text(page, language.code(), "", 0, shown, open, "", null);
        }
        PageText latest = versions.getFirst();
        return new Text(
                page, language.code(), latest.title(), latest.version(), shown, open, latest.author(), written(latest));
    }

    private static @Nullable Instant written(PageText text) {
        return text.version() == 0 ? null : text.writtenAt();
    }

    private static String by(@Nullable String name) {
        return name == null || name.isBlank() ? "staff" : name.strip();
    }

    private static Language spoken(String code) {
        return Language.of(code).orElseThrow(() -> ShopProblem.notFound("language"));
    }

    private static ShopProblem wrong(String what) {
        return new ShopProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", what);
    }
}
