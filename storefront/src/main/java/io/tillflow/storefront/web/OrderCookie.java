package io.tillflow.storefront.web;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.Orders;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Remembers a browser's last orders, so that "Where is my order" needs no account. */
@Component
class OrderCookie {
    private static final String NAME = "orders";
    private static final int MOST = 5;

    private final Orders orders;
    private final ShopSettings settings;

    OrderCookie(Orders orders, ShopSettings settings) {
        this.orders = orders;
        this.settings = settings;
    }

    ResponseCookie with(HttpServletRequest request, Order order) {
        List<String> known = new ArrayList<>(List.of(order.id() + "." + order.token()));
        entries(request).stream()
                .filter(e -> !known.contains(e))
                .limit(MOST - 1L)
                .forEach(known::add);
        return ResponseCookie.from(NAME, String.join("/", known))
                .path("/")
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(60))
                .build();
    }

    List<Order> read(HttpServletRequest request) {
        return entries(request).stream()
                .limit(MOST)
                .flatMap(e -> find(e).stream())
                .toList();
    }

    private Optional<Order> find(String entry) {
        int dot = entry.indexOf('.');
        try {
            UUID id = UUID.fromString(entry.substring(0, Math.max(0, dot)));
            return orders.find(id).filter(o -> o.opensWith(entry.substring(dot + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<String> entries(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return cookie == null || cookie.getValue().isEmpty()
                ? List.of()
                : List.of(cookie.getValue().split("/"));
    }
}
