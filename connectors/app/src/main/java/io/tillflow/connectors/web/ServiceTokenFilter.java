package io.tillflow.connectors.web;

import io.tillflow.connectors.settings.ConnectorsSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Only the suite's own parts get in; pages for shoppers, signed webhooks and health stay open. */
@Component
class ServiceTokenFilter extends OncePerRequestFilter {
    private static final List<String> OPEN =
            List.of("/sandbox/", "/hooks/", "/api/v1/webhooks/", "/actuator/health/", "/actuator/health", "/error");

    private final byte[] expected;

    ServiceTokenFilter(ConnectorsSettings settings) {
        expected = ("Bearer " + settings.serviceToken()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return OPEN.stream().anyMatch(open -> open.endsWith("/") ? path.startsWith(open) : path.equals(open));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (authorised(request.getHeader("Authorization"))) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType("application/problem+json");
        response.getOutputStream().write("""
                {"type":"about:blank","title":"Unauthorized","status":401,"detail":"expected the service token as bearer token"}
                """.getBytes(StandardCharsets.UTF_8));
    }

    private boolean authorised(@Nullable String header) {
        return header != null && MessageDigest.isEqual(expected, header.getBytes(StandardCharsets.UTF_8));
    }
}
