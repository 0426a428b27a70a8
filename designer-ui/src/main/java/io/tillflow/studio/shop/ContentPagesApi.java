package io.tillflow.studio.shop;

import java.util.List;
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

/** The shop's pages for programs. */
@RestController
@RequestMapping("/api/v1/shop/pages")
class ContentPagesApi {
    private final PageDesk desk;

    ContentPagesApi(PageDesk desk) {
        this.desk = desk;
    }

    record Choice(int version) {}

    @GetMapping
    List<ContentPage> all() {
        return desk.all();
    }

    @GetMapping("/{page}/{language}")
    ContentPage.Whole page(@PathVariable String page, @PathVariable String language) {
        return desk.page(page, language);
    }

    /** Kept, and read by nobody until it is shown. */
    @PutMapping("/{page}/{language}")
    ContentPage.Whole write(
            @PathVariable String page, @PathVariable String language, @RequestBody ContentPage.Draft draft) {
        desk.write(page, language, draft);
        return desk.page(page, language);
    }

    @PutMapping("/{page}/{language}/shown")
    ContentPage.Whole show(@PathVariable String page, @PathVariable String language, @RequestBody Choice choice) {
        desk.show(page, language, choice.version());
        return desk.page(page, language);
    }

    @DeleteMapping("/{page}/{language}/shown")
    ContentPage.Whole hide(@PathVariable String page, @PathVariable String language) {
        desk.hide(page, language);
        return desk.page(page, language);
    }

    @DeleteMapping("/{page}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String page) {
        desk.delete(page);
    }

    /** How a text would look; nothing is kept. */
    @PostMapping("/{language}/look")
    ContentPage.Look look(@PathVariable String language, @RequestBody ContentPage.Draft draft) {
        return desk.look(language, draft.body() == null ? "" : draft.body());
    }
}
