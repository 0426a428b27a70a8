package io.tillflow.storefront.api;

import io.tillflow.storefront.returns.OrderReturn;
import io.tillflow.storefront.returns.Returns;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What shoppers send back, for the people who run the shop. */
@RestController
@RequestMapping("/api/v1/admin/returns")
class ReturnApi {
    private static final UUID LAST = new UUID(-1, -1);

    private final Returns returns;

    ReturnApi(Returns returns) {
        this.returns = returns;
    }

    @GetMapping
    Page<OrderReturn> list(@RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        int most = Page.limit(limit);
        String cursor = Page.decode(after, "");
        List<OrderReturn> read;
        if (cursor.isEmpty()) {
            read = returns.page(null, LAST, most + 1);
        } else {
            Cursors.TimeAndId from = Cursors.timeAndId(cursor);
            read = returns.page(from.time(), from.id(), most + 1);
        }
        return Page.cut(read, most, back -> new Cursors.TimeAndId(back.requestedAt(), back.id()).text(), back -> back);
    }
}
