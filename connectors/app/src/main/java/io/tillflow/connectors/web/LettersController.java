package io.tillflow.connectors.web;

import io.tillflow.connectors.messaging.SuppressionList;
import io.tillflow.connectors.messaging.SuppressionList.Cause;
import io.tillflow.connectors.messaging.SuppressionList.Entry;
import io.tillflow.connectors.messaging.letter.LetterTemplates.Rendered;
import io.tillflow.connectors.messaging.letter.Previews;
import io.tillflow.connectors.provider.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What letters look like, and where none goes. */
@RestController
@RequestMapping("/api/v1/messaging")
class LettersController {
    private final Previews previews;
    private final SuppressionList suppressed;

    LettersController(Previews previews, SuppressionList suppressed) {
        this.previews = previews;
        this.suppressed = suppressed;
    }

    record Known(List<Previews.Known> items) {}

    record Asked(
            @Nullable String address,
            @Nullable String reason,
            @Nullable String by) {
        @Override
        public String toString() {
            return "Asked[by " + by + "]";
        }
    }

    @GetMapping("/templates")
    Known templates() {
        return new Known(previews.all());
    }

    /** As a shopper would get it, with made-up facts. */
    @GetMapping("/templates/{name}")
    Rendered preview(@PathVariable String name, @RequestParam(defaultValue = "en") String language) {
        return previews.of(name, language);
    }

    @GetMapping("/suppressed")
    Page<Entry> suppressed(@RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        return suppressed.all(Page.Request.of(after, limit));
    }

    /** Added again it stays as it was. */
    @PostMapping("/suppressed")
    Entry suppress(@RequestBody Asked asked) {
        return suppressed.add(given(asked.address()), Cause.BY_HAND, given(asked.reason()), given(asked.by()));
    }

    @DeleteMapping("/suppressed/{seq}")
    ResponseEntity<Entry> writeAgain(@PathVariable long seq) {
        return ResponseEntity.of(suppressed.remove(seq));
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }
}
