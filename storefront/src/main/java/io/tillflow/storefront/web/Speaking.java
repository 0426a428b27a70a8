package io.tillflow.storefront.web;

import io.tillflow.storefront.language.Language;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Takes the language out of an address before anything else looks at it, and puts it back where somebody is sent on. Whoever
 * opens the front door is shown in by the language they chose before, else by the one their browser asks for.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Speaking extends OncePerRequestFilter {
    static final String CHOSEN = "language";
    static final String LANGUAGE = Speaking.class.getName();
    /** What has one address in all languages. */
    private static final Set<String> WORDLESS = Set.of("api", "img", "assets", "actuator", "sandbox", "prices");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        Language language = Language.ofPath(path);
        request.setAttribute(LANGUAGE, language);
        if (language == Language.EN) {
            if ("/".equals(path) && showsIn(request, response)) {
                return;
            }
            chain.doFilter(request, response);
        } else if (WORDLESS.contains(first(language.without(path)))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(new Plain(request, language), new SentOn(response, language));
        }
    }

    /** Whether the visitor was sent to the front page in another language. */
    private static boolean showsIn(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        Cookie cookie = WebUtils.getCookie(request, CHOSEN);
        Language wanted = Language.of(cookie == null ? null : cookie.getValue())
                .orElseGet(() -> Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        if (wanted == Language.EN || !"GET".equals(request.getMethod())) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_FOUND);
        String asked = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.setHeader(HttpHeaders.LOCATION, wanted.path("/") + asked);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return true;
    }

    private static String first(String path) {
        return path.substring(1).split("/", -1)[0];
    }

    /** The request as if there were one language. */
    private static final class Plain extends HttpServletRequestWrapper {
        private final String path;

        Plain(HttpServletRequest request, Language language) {
            super(request);
            path = language.without(request.getRequestURI());
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            return path;
        }
    }

    /** Who is sent on stays in their language. */
    private static final class SentOn extends HttpServletResponseWrapper {
        private final Language language;

        SentOn(HttpServletResponse response, Language language) {
            super(response);
            this.language = language;
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, own(name, value));
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, own(name, value));
        }

        private String own(String name, String value) {
            boolean page = HttpHeaders.LOCATION.equalsIgnoreCase(name)
                    && value.startsWith("/")
                    && !WORDLESS.contains(first(value));
            return page ? language.path(value) : value;
        }
    }
}
