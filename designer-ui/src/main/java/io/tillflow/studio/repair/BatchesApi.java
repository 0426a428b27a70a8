package io.tillflow.studio.repair;

import io.tillflow.engine.history.Count;
import io.tillflow.studio.repair.Batch.Item;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Commands to many instances for programs: count first, order, watch, pause, resume, end. */
@RestController
@RequestMapping("/api/v1/batches")
class BatchesApi {

    private static final int MOST = 1_000;

    private final Batches batches;

    BatchesApi(Batches batches) {
        this.batches = batches;
    }

    record Preview(long instances, boolean atLeast) {}

    record Lines(List<Batch> items) {}

    record Items(List<Item> items, @Nullable String next) {}

    /** How many instances it would be about; does nothing. */
    @PostMapping("/preview")
    Preview preview(@RequestBody BatchOrder order) {
        Count count = batches.preview(order);
        return new Preview(count.value(), count.atLeast());
    }

    @PostMapping
    ResponseEntity<Batch> order(
            @RequestBody BatchOrder order, @RequestHeader("Idempotency-Key") Optional<String> idempotencyKey) {
        Batch batch = batches.order(order, idempotencyKey);
        return ResponseEntity.created(URI.create("/api/v1/batches/" + batch.id()))
                .body(batch);
    }

    @GetMapping
    Lines list() {
        return new Lines(batches.newest());
    }

    @GetMapping("/{id}")
    Batch one(@PathVariable long id) {
        return batches.find(id)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no batch with id " + id + "."));
    }

    /** What became of each instance; {@code state} is PENDING, DONE, NOTHING_TO_DO, REFUSED or CANCELLED. */
    @GetMapping("/{id}/items")
    Items items(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<Item> items = batches.items(id, state, after, most);
        return new Items(items, items.size() < most ? null : items.getLast().instanceKey());
    }

    @PostMapping("/{id}/pause")
    Batch pause(@PathVariable long id) {
        return batches.pause(id);
    }

    @PostMapping("/{id}/resume")
    Batch resume(@PathVariable long id) {
        return batches.resume(id);
    }

    @PostMapping("/{id}/cancel")
    Batch cancel(@PathVariable long id) {
        return batches.cancel(id);
    }
}
