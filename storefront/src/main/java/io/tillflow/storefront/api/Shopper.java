package io.tillflow.storefront.api;

import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Who calls, by the token of a sign-in in the Authorization header. Cookies are not looked at, so that no page elsewhere can have a
 * browser call in somebody's name.
 */
@Component
class Shopper {
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;

    Shopper(Sessions sessions) {
        this.sessions = sessions;
    }

    Account of(HttpServletRequest request) {
        return known(request)
                .orElseThrow(() -> new ShopProblem(
                                HttpStatus.UNAUTHORIZED, "unauthorised", "This needs the token of a sign-in.")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }

    /** Nobody without a token, or with one that has ended. */
    Optional<Account> known(HttpServletRequest request) {
        return token(request).flatMap(sessions::ofProgram);
    }

    void signOut(HttpServletRequest request) {
        of(request);
        token(request).ifPresent(sessions::end);
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(given -> given.startsWith(BEARER))
                .map(given -> given.substring(BEARER.length()));
    }
}
