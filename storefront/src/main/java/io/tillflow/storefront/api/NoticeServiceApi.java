package io.tillflow.storefront.api;

import io.tillflow.storefront.notices.Notice;
import io.tillflow.storefront.notices.Notices;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a process tells a shopper in the shop. */
@RestController
@RequestMapping("/api/v1/service/notices")
class NoticeServiceApi {
    private final Notices notices;

    NoticeServiceApi(Notices notices) {
        this.notices = notices;
    }

    /** About an order, or to whoever has an account. */
    record Told(
            @Nullable UUID orderId,
            @Nullable UUID accountId,
            @Nullable String text) {}

    /** Repeated with its key it is the same notice. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tell(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Told told) {
        if (key == null || key.isBlank()) {
            throw new ShopProblem(HttpStatus.BAD_REQUEST, "key-needed", "A notice needs an Idempotency-Key.");
        }
        UUID id = UUID.nameUUIDFromBytes(("notice:" + key).getBytes(StandardCharsets.UTF_8));
        String text = text(told.text());
        boolean there;
        if (told.orderId() != null) {
            there = notices.writeAboutOrder(id, told.orderId(), text);
        } else if (told.accountId() != null) {
            there = notices.writeToAccount(id, told.accountId(), text);
        } else {
            throw ShopProblem.needed("orderId");
        }
        if (!there) {
            throw new ShopProblem(HttpStatus.GONE, "shopper-gone", "There is nobody to tell it to any more.");
        }
    }

    private static String text(@Nullable String given) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > Notice.LONGEST) {
            throw ShopProblem.invalid("text", "text must have 1 to " + Notice.LONGEST + " characters");
        }
        return text;
    }
}
