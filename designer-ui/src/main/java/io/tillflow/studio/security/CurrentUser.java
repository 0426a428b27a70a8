package io.tillflow.studio.security;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts now: the person of this session or the token of this request. */
@Component
public class CurrentUser {
    private static final String SYSTEM = "system";
    private static final String TOKEN = " (token ";

    /** The name to write into audit rows; {@code system} outside of any request. */
    public String name() {
        return authentication().map(Authentication::getName).orElse(SYSTEM);
    }

    /** Who is behind a name of an audit row: a token acts for its owner; whose the suite's own are, nobody knows. */
    public static String person(String actor) {
        int token = actor.indexOf(TOKEN);
        String owner = token < 0 ? actor : actor.substring(0, token);
        return owner.equals(SYSTEM) ? actor : owner;
    }

    static String actor(String owner, String token) {
        return owner + TOKEN + token + ")";
    }

    public boolean has(Role role) {
        return authentication()
                .map(who -> who.getAuthorities().stream()
                        .anyMatch(held -> ("ROLE_" + role.name()).equals(held.getAuthority())))
                .orElse(false);
    }

    private static Optional<Authentication> authentication() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated);
    }
}
