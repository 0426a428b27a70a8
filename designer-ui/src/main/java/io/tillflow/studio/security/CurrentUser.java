package io.tillflow.studio.security;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts now: the person of this session or the token of this request. */
@Component
public class CurrentUser {

    /** The name to write into audit rows; {@code system} outside of any request. */
    public String name() {
        return authentication().map(Authentication::getName).orElse("system");
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
