package io.tillflow.studio.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses sign-ins that a page of another site sends: Vaadin's login form is exempt from the usual token. */
class SameSiteLogin extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !request.getRequestURI().endsWith("/login");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean foreign = (site != null && !"same-origin".equals(site) && !"none".equals(site))
                || (origin != null && !isHere(origin, request));
        if (foreign) {
            BearerFilter.Problems.write(response, 403, "Not from here", "Sign in on the studio's own page.");
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isHere(String origin, HttpServletRequest request) {
        try {
            return request.getServerName().equalsIgnoreCase(URI.create(origin).getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
