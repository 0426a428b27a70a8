package io.tillflow.storefront.api;

import io.tillflow.storefront.orders.OrderNotes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One order, for the people who run the shop. */
@RestController
@RequestMapping("/api/v1/admin/orders/{id}")
class OrderAdminApi {
    private static final int LONGEST_NOTE = 2_000;

    private final OrderNotes notes;
    private final WholeOrders whole;

    OrderAdminApi(OrderNotes notes, WholeOrders whole) {
        this.notes = notes;
        this.whole = whole;
    }

    record Note(
            @Nullable UUID id,
            @Nullable String text,
            @Nullable String by) {}

    @GetMapping
    WholeOrders.Whole order(@PathVariable UUID id) {
        return whole.of(id);
    }

    @PostMapping("/notes")
    WholeOrders.Whole note(@PathVariable UUID id, @RequestBody Note note) {
        whole.of(id);
        if (note.id() == null) {
            throw ShopProblem.needed("id");
        }
        notes.write(id, note.id(), note.by() == null ? "" : note.by(), noteText(note.text()));
        return whole.of(id);
    }

    static String noteText(@Nullable String text) {
        if (text == null || text.isBlank() || text.strip().length() > LONGEST_NOTE) {
            throw ShopProblem.invalid("text", "Between 1 and " + LONGEST_NOTE + " characters.");
        }
        return text.strip();
    }
}
