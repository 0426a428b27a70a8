package io.tillflow.connectors.web;

import io.tillflow.connectors.provider.Page;
import io.tillflow.connectors.suppliers.Purchase;
import io.tillflow.connectors.suppliers.sandbox.Dispatches;
import io.tillflow.connectors.suppliers.sandbox.PurchaseBook;
import io.tillflow.processes.PurchaseStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was ordered from the sandbox's suppliers, and lets them answer by hand. */
@RestController
@RequestMapping("/api/v1/sandbox/purchases")
class SandboxPurchasesController {
    private final PurchaseBook purchases;
    private final Dispatches dispatches;

    SandboxPurchasesController(PurchaseBook purchases, Dispatches dispatches) {
        this.purchases = purchases;
        this.dispatches = dispatches;
    }

    @GetMapping
    Page<PurchaseBook.Entry> list(@RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        return purchases.all(Page.Request.of(after, limit));
    }

    /**
     * What a supplier says.
     *
     * @param quantity how many are confirmed or delivered in all; null for all of them
     */
    record Answer(@Nullable String type, @Nullable Integer quantity) {
        PurchaseStatus status() {
            return switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
                case "confirmed" -> PurchaseStatus.CONFIRMED;
                case "rejected" -> PurchaseStatus.REJECTED;
                case "delivered" -> PurchaseStatus.DELIVERED;
                default ->
                    throw new IllegalArgumentException("type must be confirmed, rejected or delivered, was " + type);
            };
        }

        @Nullable
        Integer checked(int ordered) {
            if (quantity != null && (quantity < 0 || quantity > ordered)) {
                throw new IllegalArgumentException("quantity must be between 0 and " + ordered + ", was " + quantity);
            }
            return quantity;
        }
    }

    @PostMapping("/{id}/events")
    ResponseEntity<Purchase> answer(@PathVariable String id, @RequestBody Answer answer) {
        PurchaseStatus status = answer.status();
        return ResponseEntity.of(
                purchases.find(id).map(entry -> dispatches.move(id, status, answer.checked(entry.quantity()))));
    }
}
