package io.tillflow.studio.shop;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** The merchant's side for programs, under the same roles as the pages. */
@RestController
@RequestMapping("/api/v1/shop")
class ShopApi {
    private final ShopDesk desk;

    ShopApi(ShopDesk desk) {
        this.desk = desk;
    }

    record Note(@Nullable String text) {}

    record Decision(boolean shown, @Nullable String reason) {}

    @GetMapping("/orders")
    ShopBook.Page<ListedOrder> orders(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after) {
        return desk.book().orders(q, state, after);
    }

    @GetMapping("/orders/{id}")
    ShopOrder order(@PathVariable UUID id) {
        return desk.book().order(id.toString());
    }

    /** An Idempotency-Key, a UUID, makes a repetition note it once. */
    @PostMapping("/orders/{id}/notes")
    ShopOrder note(
            @PathVariable UUID id,
            @RequestBody Note note,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        desk.note(id.toString(), key == null ? UUID.randomUUID() : key, note.text() == null ? "" : note.text());
        return desk.book().order(id.toString());
    }

    @GetMapping("/products")
    ShopBook.Page<StockRow> products(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after) {
        return desk.book().products(q, after);
    }

    @GetMapping("/products/{sku}")
    StockRow.Known product(@PathVariable String sku) {
        return desk.book().product(sku);
    }

    @GetMapping("/customers")
    ShopBook.Page<Customer> customers(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after) {
        return desk.book().customers(q, after);
    }

    @GetMapping("/customers/{id}")
    Customer.Known customer(@PathVariable UUID id) {
        return desk.book().customer(id.toString());
    }

    @GetMapping("/reviews")
    ShopBook.Page<Review> reviews(
            @RequestParam(defaultValue = "WAITING") String state, @RequestParam(defaultValue = "") String after) {
        return desk.book().reviews(state, after);
    }

    @PutMapping("/reviews/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable UUID id, @RequestBody Decision decision) {
        desk.decide(id.toString(), decision.shown(), decision.reason() == null ? "" : decision.reason());
    }
}
