package io.tillflow.storefront.api;

import io.tillflow.storefront.drafts.Draft;
import io.tillflow.storefront.drafts.DraftSums;
import io.tillflow.storefront.drafts.Drafts;
import io.tillflow.storefront.drafts.PlaceDraft;
import io.tillflow.storefront.drafts.WriteDraft;
import io.tillflow.storefront.orders.Orders;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders that staff put together for somebody. Placing one makes a normal order of it, once. */
@RestController
@RequestMapping("/api/v1/admin/drafts")
class DraftApi {
    private static final UUID LAST = new UUID(-1, -1);

    private final Drafts drafts;
    private final DraftSums sums;
    private final Orders orders;
    private final DraftFields fields;
    private final WriteDraft write;
    private final PlaceDraft place;

    DraftApi(Drafts drafts, DraftSums sums, Orders orders, DraftFields fields, WriteDraft write, PlaceDraft place) {
        this.drafts = drafts;
        this.sums = sums;
        this.orders = orders;
        this.fields = fields;
        this.write = write;
        this.place = place;
    }

    /**
     * What was looked at.
     *
     * @param total what it was seen to cost; whatever it costs when left out
     */
    record Placing(@Nullable Integer revision, @Nullable Long total) {}

    /** The newest first. */
    @GetMapping
    Page<DraftView> list(@RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        int most = Page.limit(limit);
        String cursor = Page.decode(after, "");
        List<Draft> read;
        if (cursor.isEmpty()) {
            read = drafts.page(null, LAST, most + 1);
        } else {
            Cursors.TimeAndId from = Cursors.timeAndId(cursor);
            read = drafts.page(from.time(), from.id(), most + 1);
        }
        return Page.cut(read, most, d -> new Cursors.TimeAndId(d.createdAt(), d.id()).text(), this::view);
    }

    /** With the {@code id} of one that was begun before, that one; with a {@code customerId}, to where they ordered last. */
    @PostMapping
    ResponseEntity<DraftView> begin(@RequestBody DraftFields.Asked asked) {
        UUID id = asked.id() == null ? UUID.randomUUID() : asked.id();
        write.begin(id, fields.author(asked), fields.content(asked));
        return ResponseEntity.created(URI.create("/api/v1/admin/drafts/" + id)).body(draft(id));
    }

    @GetMapping("/{id}")
    DraftView draft(@PathVariable UUID id) {
        return view(drafts.find(id).orElseThrow(() -> ShopProblem.notFound("draft")));
    }

    /** All of it anew; what is left out is empty. */
    @PutMapping("/{id}")
    DraftView change(@PathVariable UUID id, @RequestBody DraftFields.Asked asked) {
        if (asked.revision() == null) {
            throw ShopProblem.needed("revision");
        }
        answer(write.change(id, asked.revision(), fields.content(asked)));
        return draft(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id) {
        answer(write.discard(id));
    }

    @PostMapping("/{id}/order")
    DraftView place(@PathVariable UUID id, @RequestBody Placing asked) {
        if (asked.revision() == null) {
            throw ShopProblem.needed("revision");
        }
        return switch (place.place(id, new PlaceDraft.Seen(asked.revision(), asked.total()))) {
            case PlaceDraft.Result.Placed ignored -> draft(id);
            case PlaceDraft.Result.Problems problems ->
                throw new ShopProblem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "invalid",
                                problems.problems().getFirst().message())
                        .with(
                                "errors",
                                problems.problems().stream().map(FieldError::of).toList());
            case PlaceDraft.Result.Changed ignored -> throw changed();
            case PlaceDraft.Result.Unknown ignored -> throw ShopProblem.notFound("draft");
        };
    }

    private DraftView view(Draft draft) {
        return DraftView.of(
                draft,
                Optional.ofNullable(draft.orderId())
                        .flatMap(orders::find)
                        .map(DraftSums::of)
                        .orElseGet(() -> sums.of(draft.content())),
                sums.countries(),
                fields.currencies());
    }

    private static void answer(WriteDraft.Result result) {
        switch (result) {
            case DONE -> {}
            case CHANGED -> throw changed();
            case ORDERED ->
                throw new ShopProblem(
                        HttpStatus.CONFLICT, "already-placed", "It is an order, or about to become one: change that.");
            case UNKNOWN -> throw ShopProblem.notFound("draft");
        }
    }

    private static ShopProblem changed() {
        return new ShopProblem(
                HttpStatus.CONFLICT,
                "changed-meanwhile",
                "It was changed meanwhile, or costs something else now: look at it again.");
    }
}
