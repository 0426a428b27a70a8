package io.tillflow.studio.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends open sessions of people who were disabled or got other roles; looks at most every few seconds a person. */
class StillAllowed extends OncePerRequestFilter {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Known(Instant at, boolean disabled, Set<String> authorities) {}

    private final Users users;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    StillAllowed(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (who instanceof UsernamePasswordAuthenticationToken && session != null && changed(who)) {
            SecurityContextHolder.clearContext();
            session.invalidate();
            if ("GET".equals(request.getMethod()) && request.getParameter("v-r") == null) {
                response.sendRedirect(request.getContextPath() + "/login");
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean changed(Authentication who) {
        try {
            Known now = known.compute(
                    who.getName(),
                    (name, before) ->
                            before != null && before.at().plus(FRESH).isAfter(clock.instant()) ? before : look(name));
            Set<String> held = names(who.getAuthorities());
            return now.disabled() || !now.authorities().equals(held);
        } catch (DataAccessException away) {
            return false;
        }
    }

    private Known look(String name) {
        return users.byName(name)
                .map(it -> new Known(
                        clock.instant(),
                        it.user().disabled(),
                        names(Role.authorities(it.user().roles()))))
                .orElseGet(() -> new Known(clock.instant(), true, Set.of()));
    }

    private static Set<String> names(Iterable<? extends GrantedAuthority> authorities) {
        return java.util.stream.StreamSupport.stream(authorities.spliterator(), false)
                .map(authority -> String.valueOf(authority.getAuthority()))
                .filter(name -> name.startsWith("ROLE_"))
                .collect(Collectors.toSet());
    }
}
