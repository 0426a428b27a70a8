package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.ShopSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Answers to what people ask before and after they buy. */
@Controller
class HelpPages {
    private final Shells shells;
    private final OrderCookie orders;
    private final Words words;
    private final ShopSettings settings;
    private final Templates templates;

    HelpPages(Shells shells, OrderCookie orders, Words words, ShopSettings settings, Templates templates) {
        this.shells = shells;
        this.orders = orders;
        this.words = words;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/help/order")
    ResponseEntity<byte[]> order(HttpServletRequest request) {
        return templates.page(
                "helporder",
                Map.of("shell", shells.of(request, say("help.order")), "orders", orders.read(request), "words", words));
    }

    @GetMapping("/help/prices")
    ResponseEntity<byte[]> prices(HttpServletRequest request) {
        return templates.page("helpprices", Map.of("shell", shells.of(request, say("help.prices"))));
    }

    @GetMapping("/help/mending")
    ResponseEntity<byte[]> mending(HttpServletRequest request) {
        return templates.page("helpmending", Map.of("shell", shells.of(request, say("shop.mending"))));
    }

    @GetMapping("/help/data")
    ResponseEntity<byte[]> data(HttpServletRequest request) {
        return templates.page(
                "helpdata",
                Map.of(
                        "shell",
                        shells.of(request, say("help.data")),
                        "holdMinutes",
                        settings.holdFor().toMinutes()));
    }
}
