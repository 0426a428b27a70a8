package io.tillflow.storefront.api;

import io.tillflow.storefront.reminders.CartReminders;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What whoever reminds somebody of a cart must know. */
@RestController
@RequestMapping("/api/v1/service/cart-reminders")
class CartReminderApi {
    private final CartReminders reminders;

    CartReminderApi(CartReminders reminders) {
        this.reminders = reminders;
    }

    /** A letter is about to be written; asking again answers the same and counts once. */
    @PostMapping("/{id}/letter")
    CartReminders.Facts letter(@PathVariable UUID id) {
        return reminders
                .write(id)
                .orElseThrow(
                        () -> new ShopProblem(HttpStatus.GONE, "outdated", "Nobody wants this reminder any more."));
    }
}
