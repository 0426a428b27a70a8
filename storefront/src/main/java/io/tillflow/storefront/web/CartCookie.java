package io.tillflow.storefront.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The only thing the shop asks a browser to remember before somebody orders: which cart is theirs. */
final class CartCookie {
    private static final String NAME = "cart";

    private CartCookie() {}

    static Optional<UUID> read(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null || cookie.getValue().length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(cookie.getValue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static ResponseCookie of(UUID cart, boolean secure) {
        return ResponseCookie.from(NAME, cart.toString())
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(Duration.ofDays(60))
                .build();
    }
}
