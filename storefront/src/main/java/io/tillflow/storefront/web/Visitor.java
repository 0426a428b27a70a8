package io.tillflow.storefront.web;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.AccountSettings;
import io.tillflow.storefront.accounts.Sessions;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Who looks at a page: somebody who is signed in, or anybody. */
@Component
class Visitor {
    private static final String SESSION = "session";
    private static final String PENDING = "signing-in";
    private static final String SEEN = Visitor.class.getName();

    private final Sessions sessions;
    private final AccountSettings accounts;
    private final ShopSettings settings;

    Visitor(Sessions sessions, AccountSettings accounts, ShopSettings settings) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** While the database is away nobody is signed in. */
    Optional<Account> account(HttpServletRequest request) {
        if (request.getAttribute(SEEN) instanceof Optional<?> seen) {
            return seen.map(Account.class::cast);
        }
        Optional<Account> found = token(request).flatMap(this::signedIn);
        request.setAttribute(SEEN, found);
        return found;
    }

    private Optional<Account> signedIn(String token) {
        try {
            return sessions.account(token);
        } catch (DataAccessException away) {
            return Optional.empty();
        }
    }

    Optional<String> token(HttpServletRequest request) {
        return value(request, SESSION);
    }

    Optional<String> pending(HttpServletRequest request) {
        return value(request, PENDING);
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }

    String session(String token) {
        return cookie(SESSION, token, accounts.session());
    }

    String pending(String token) {
        return cookie(PENDING, token, Duration.ofMinutes(10));
    }

    String noPending() {
        return gone(PENDING);
    }

    String noSession() {
        return gone(SESSION);
    }

    /** Makes the browser forget a cookie. */
    String gone(String name) {
        return cookie(name, "", Duration.ZERO);
    }

    private String cookie(String name, String value, Duration age) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Lax")
                .maxAge(age)
                .build()
                .toString();
    }
}
