package io.tillflow.studio.shop;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders that merchants put together, for programs. */
@RestController
@RequestMapping("/api/v1/shop/drafts")
class DraftsApi {
    private final DraftDesk desk;

    DraftsApi(DraftDesk desk) {
        this.desk = desk;
    }

    /** @param customerId whose last address it begins with */
    record Begin(@Nullable UUID customerId, @Nullable String language) {}

    /** @param total what it was seen to cost; whatever it costs when left out */
    record Placing(int revision, @Nullable Long total) {}

    @GetMapping
    ShopBook.Page<Draft> drafts(@RequestParam(defaultValue = "") String after) {
        return desk.drafts(after);
    }

    /** An Idempotency-Key, a UUID, makes a repetition begin the same one. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Draft begin(
            @RequestBody Begin begin, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        UUID id = key == null ? UUID.randomUUID() : key;
        UUID customer = begin.customerId();
        desk.begin(
                id, customer == null ? null : customer.toString(), begin.language() == null ? "en" : begin.language());
        return desk.draft(id.toString());
    }

    @GetMapping("/{id}")
    Draft draft(@PathVariable UUID id) {
        return desk.draft(id.toString());
    }

    @PutMapping("/{id}")
    Draft save(@PathVariable UUID id, @RequestBody Draft.Wanted wanted) {
        desk.save(id.toString(), wanted);
        return desk.draft(id.toString());
    }

    /** Asked again it answers the same order. */
    @PostMapping("/{id}/order")
    Draft place(@PathVariable UUID id, @RequestBody Placing placing) {
        desk.place(id.toString(), placing.revision(), placing.total());
        return desk.draft(id.toString());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id) {
        desk.discard(id.toString());
    }
}
