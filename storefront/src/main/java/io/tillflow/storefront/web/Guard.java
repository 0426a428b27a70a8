package io.tillflow.storefront.web;

import io.tillflow.storefront.ShopSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Security headers on every answer, and no forms from other sites: a form is accepted when the browser says it comes from
 * this shop. For what somebody signed in does, silence is not enough.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Guard extends OncePerRequestFilter {
    private static final long LARGEST_BODY = 256 * 1024;
    /** Above what an import takes, so that it says itself what is too large. */
    private static final long LARGEST_FILE = 32 * 1024 * 1024;

    private static final List<String> FILES =
            List.of("/api/v1/admin/imports/", "/api/v1/admin/pictures/", "/api/v1/admin/profile/logo");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final ShopSettings settings;
    private final String policy;

    Guard(ShopSettings settings, Assets assets) {
        this.settings = settings;
        String payHosts = settings.paymentHosts().isEmpty() ? "" : " " + String.join(" ", settings.paymentHosts());
        policy = "default-src 'none'; script-src 'self'; style-src 'self' " + assets.styleHash()
                + " 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data:; font-src 'self'; "
                + "connect-src 'self'; form-action 'self'" + payHosts
                + "; base-uri 'self'; frame-ancestors 'none'";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (settings.secure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        String path = request.getRequestURI();
        if (!path.startsWith("/sandbox/")) {
            response.setHeader("Content-Security-Policy", policy);
        }
        if (!SAFE.contains(request.getMethod()) && !path.startsWith("/api/") && fromElsewhere(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (request.getContentLengthLong()
                > (FILES.stream().anyMatch(path::startsWith) ? LARGEST_FILE : LARGEST_BODY)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean fromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !"same-origin".equals(site) && !"none".equals(site);
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return request.getRequestURI().startsWith("/account") || WebUtils.getCookie(request, "session") != null;
        }
        return !sameHost(origin, request.getHeader("Host"));
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
