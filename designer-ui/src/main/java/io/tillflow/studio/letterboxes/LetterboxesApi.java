package io.tillflow.studio.letterboxes;

import io.tillflow.studio.letterboxes.Letterbox.Asked;
import io.tillflow.studio.letterboxes.Letterbox.Letter;
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

/** Letterboxes for programs, under the same roles as the pages; a password is set among the secrets. */
@RestController
@RequestMapping("/api/v1/letterboxes")
class LetterboxesApi {
    private final LetterboxesDesk desk;

    LetterboxesApi(LetterboxesDesk desk) {
        this.desk = desk;
    }

    record Letterboxes(List<Letterbox> items) {}

    record Letters(List<Letter> items) {}

    @GetMapping
    Letterboxes all() {
        return new Letterboxes(desk.all());
    }

    @GetMapping("/{id}")
    Letterbox one(@PathVariable String id) {
        return desk.one(id);
    }

    @GetMapping("/{id}/letters")
    Letters letters(@PathVariable String id) {
        return new Letters(desk.letters(id));
    }

    @PutMapping("/{id}")
    Letterbox save(@PathVariable String id, @RequestBody Asked asked) {
        return desk.save(id, asked);
    }

    @PostMapping("/{id}/look")
    Letterbox look(@PathVariable String id) {
        return desk.look(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        desk.delete(id);
    }
}
