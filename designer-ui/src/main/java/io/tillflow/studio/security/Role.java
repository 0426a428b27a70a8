package io.tillflow.studio.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a person or a token may do; an administrator may do everything, and everybody may look. */
public enum Role {
    VIEWER,
    ANALYST,
    OPERATOR,
    MERCHANT,
    ADMIN;

    /** The same names for annotations such as {@code @RolesAllowed(Role.Is.ANALYST)}. */
    public static final class Is {
        public static final String VIEWER = "VIEWER";
        public static final String ANALYST = "ANALYST";
        public static final String OPERATOR = "OPERATOR";
        public static final String MERCHANT = "MERCHANT";
        public static final String ADMIN = "ADMIN";

        private Is() {}
    }

    /** The roles together with those they include. */
    public static Set<Role> including(Collection<Role> roles) {
        if (roles.contains(ADMIN)) {
            return EnumSet.allOf(Role.class);
        }
        Set<Role> all = EnumSet.of(VIEWER);
        all.addAll(roles);
        return all;
    }

    static List<GrantedAuthority> authorities(Collection<Role> roles) {
        return including(roles).stream()
                .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
