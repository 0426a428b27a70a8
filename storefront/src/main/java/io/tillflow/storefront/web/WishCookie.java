package io.tillflow.storefront.web;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.wishes.Wish;
import io.tillflow.storefront.wishes.Wishes;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Which wish list is this browser's; a browser that never wished has none and costs no look-up. */
@Component
class WishCookie {
    static final String NAME = "wishes";

    private final Wishes wishes;
    private final Visitor visitor;
    private final ShopSettings settings;

    WishCookie(Wishes wishes, Visitor visitor, ShopSettings settings) {
        this.wishes = wishes;
        this.visitor = visitor;
        this.settings = settings;
    }

    Optional<UUID> read(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        try {
            return cookie == null || cookie.getValue().length() != 36
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(cookie.getValue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    List<Wish> all(HttpServletRequest request) {
        return read(request).map(wishes::of).orElse(List.of());
    }

    /** What to mark with a full heart; nothing while the database is away. */
    Set<String> products(HttpServletRequest request) {
        try {
            return all(request).stream().map(Wish::product).collect(Collectors.toUnmodifiableSet());
        } catch (DataAccessException away) {
            return Set.of();
        }
    }

    /** The list to put a wish on: the one this browser has, else the account's, else a new one. */
    UUID open(HttpServletRequest request) {
        return read(request)
                .filter(wishes::exists)
                .orElseGet(() -> visitor.account(request)
                        .map(account -> wishes.ofAccount(account.id(), Optional.empty()))
                        .orElseGet(wishes::create));
    }

    String cookie(UUID list) {
        return ResponseCookie.from(NAME, list.toString())
                .path("/")
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(60))
                .build()
                .toString();
    }
}
