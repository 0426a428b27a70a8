package io.tillflow.storefront.api;

import io.tillflow.storefront.support.LettersAboutOrders;
import io.tillflow.storefront.support.LettersAboutOrders.Letter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes letters about orders from whoever empties the letterbox; every call may be repeated. */
@RestController
@RequestMapping("/api/v1/service/orders/by-number/{number}/messages")
class LetterServiceApi {
    private final LettersAboutOrders letters;

    LetterServiceApi(LettersAboutOrders letters) {
        this.letters = letters;
    }

    record Written(
            @Nullable String id,
            @Nullable String from,
            @Nullable String text,
            @Nullable Boolean cut,
            @Nullable Integer attachments) {}

    /** Whether it stands in the conversation; an order that is not there is answered like one of somebody else. */
    record Outcome(boolean taken) {}

    @PostMapping
    Outcome take(@PathVariable String number, @RequestBody Written written) {
        if (written.id() == null || written.id().isBlank()) {
            throw ShopProblem.needed("id");
        }
        return new Outcome(letters.take(
                number,
                new Letter(
                        written.id(),
                        Objects.requireNonNullElse(written.from(), ""),
                        Objects.requireNonNullElse(written.text(), ""),
                        Boolean.TRUE.equals(written.cut()),
                        Objects.requireNonNullElse(written.attachments(), 0))));
    }
}
