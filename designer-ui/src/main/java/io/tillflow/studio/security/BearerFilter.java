package io.tillflow.studio.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a request in by its bearer token, for this request only. */
class BearerFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private final Tokens tokens;

    BearerFilter(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String secret = secret(request);
        if (secret == null) {
            chain.doFilter(request, response);
            return;
        }
        var bearer = tokens.bySecret(secret);
        if (bearer.isEmpty()) {
            Problems.write(response, 401, "Unknown token", "The token is unknown, expired or revoked.");
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        String actor = CurrentUser.actor(bearer.get().owner(), bearer.get().name());
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                actor, null, Role.authorities(bearer.get().roles())));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    static @Nullable String secret(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    /** RFC 9457 answers from filters, where no controller advice reaches. */
    static final class Problems {
        private Problems() {}

        static void write(HttpServletResponse response, int status, String title, String detail) throws IOException {
            response.setStatus(status);
            response.setCharacterEncoding("UTF-8");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter()
                    .write("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                            .formatted(title, status, detail));
        }
    }
}
