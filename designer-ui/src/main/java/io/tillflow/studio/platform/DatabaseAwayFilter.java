package io.tillflow.studio.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** While the database is away, answers page and API requests with a plain page or problem; the page reloads itself. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DatabaseAwayFilter extends OncePerRequestFilter {
    private static final String PROBLEM = """
            {"type":"about:blank","title":"The database is away","status":503,\
            "detail":"The studio cannot reach its database. It tries again every second; try again shortly."}""";

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="refresh" content="3"><title>Tillflow is waiting for its database</title>
            <link rel="stylesheet" href="/studio/studio.css"></head>
            <body class="away"><main><h1>The database is away</h1>
            <p>The studio cannot reach PostgreSQL. Nothing is lost: orders wait, running processes stay where they are.</p>
            <p class="meta">This page looks again every 3 seconds and opens the studio as soon as the database answers.
            If it stays away, <code>./tillflow status</code> tells which part is down.</p></main></body></html>""";

    private final Database database;

    DatabaseAwayFilter(Database database) {
        this.database = database;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/studio/") || path.startsWith("/actuator/") || path.startsWith("/VAADIN/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (database.ready() || request.getParameter("v-r") != null) {
            chain.doFilter(request, response);
            return;
        }
        boolean api = request.getRequestURI().startsWith("/api/");
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader("Retry-After", "3");
        response.setHeader("Cache-Control", "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentType(api ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
        response.getWriter().write(api ? PROBLEM : PAGE);
    }
}
