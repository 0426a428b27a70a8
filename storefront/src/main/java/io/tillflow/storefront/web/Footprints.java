package io.tillflow.storefront.web;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.events.EventKind;
import io.tillflow.storefront.events.EventLog;
import io.tillflow.storefront.events.ShopperEvent;
import io.tillflow.storefront.personal.Tastes;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Keeps what a visitor does, if they agreed; without that nothing is kept, not even in memory. */
@Component
class Footprints {
    static final String COOKIE = "remember";

    private final Visitor visitor;
    private final EventLog events;
    private final Tastes tastes;
    private final ShopSettings settings;
    private final Clock clock;

    Footprints(Visitor visitor, EventLog events, Tastes tastes, ShopSettings settings, Clock clock) {
        this.visitor = visitor;
        this.events = events;
        this.tastes = tastes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who agreed: the account, or this browser while nobody is signed in. */
    Optional<UUID> agreed(HttpServletRequest request) {
        Optional<Account> account = visitor.account(request);
        return account.isPresent() ? account.filter(Account::personalisation).map(Account::id) : browser(request);
    }

    Optional<UUID> browser(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        try {
            return cookie == null || cookie.getValue().length() != 36
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(cookie.getValue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void note(HttpServletRequest request, EventKind kind, @Nullable String product, Map<String, ?> data) {
        agreed(request).ifPresent(who -> {
            events.note(new ShopperEvent(clock.instant(), who, kind, product, data));
            if (product != null) {
                tastes.saw(who, product);
            }
        });
    }

    void forget(UUID who) {
        events.forget(who);
        tastes.forget(who);
    }

    String cookie(UUID browser) {
        return ResponseCookie.from(COOKIE, browser.toString())
                .path("/")
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(90))
                .build()
                .toString();
    }
}
