package io.tillflow.studio.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the database is away, answers page and API requests with a plain page or problem; the page reloads itself. An API request
 * that was under way when it went gets the same problem, and one that failed otherwise a problem too: never the way
 * to the sign-in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DatabaseAwayFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayFilter.class);

    private static final Set<String> NUL = Set.of("22021", "22P05");

    private static final String PROBLEM = """
            {"type":"about:blank","title":"The database is away","status":503,\
            "detail":"The studio cannot reach its database. It tries again every second; try again shortly."}""";

    private static final String FAILED = """
            {"type":"about:blank","title":"The studio failed","status":500,\
            "detail":"This is a fault of the studio; its log tells more: ./tillflow logs studio."}""";

    private static final String UNSTORABLE = """
            {"type":"about:blank","title":"The request cannot be read","status":400,\
            "detail":"It holds the character NUL, which no text here can."}""";

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
        boolean api = request.getRequestURI().startsWith("/api/");
        if (!database.ready() && request.getParameter("v-r") == null) {
            away(response, api);
        } else if (api) {
            ask(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void ask(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            response.reset();
            if (isUnstorable(failure)) {
                write(response, HttpStatus.BAD_REQUEST, MediaType.APPLICATION_PROBLEM_JSON_VALUE, UNSTORABLE);
                return;
            }
            if (isAway(failure)) {
                away(response, true);
                return;
            }
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
            write(response, HttpStatus.INTERNAL_SERVER_ERROR, MediaType.APPLICATION_PROBLEM_JSON_VALUE, FAILED);
        }
    }

    /** PostgreSQL says so of the character NUL, in a text and in JSON. */
    private static boolean isUnstorable(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(it -> it instanceof SQLException refused
                        && NUL.contains(Objects.requireNonNullElse(refused.getSQLState(), "")));
    }

    private static boolean isAway(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(it -> it instanceof DataAccessResourceFailureException
                        || it instanceof TransientDataAccessResourceException
                        || it instanceof TransactionException);
    }

    private static void away(HttpServletResponse response, boolean api) throws IOException {
        response.setHeader("Retry-After", "3");
        response.setHeader("Cache-Control", "no-store");
        if (api) {
            write(response, HttpStatus.SERVICE_UNAVAILABLE, MediaType.APPLICATION_PROBLEM_JSON_VALUE, PROBLEM);
        } else {
            write(response, HttpStatus.SERVICE_UNAVAILABLE, MediaType.TEXT_HTML_VALUE, PAGE);
        }
    }

    private static void write(HttpServletResponse response, HttpStatus status, String type, String body)
            throws IOException {
        response.setStatus(status.value());
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentType(type);
        response.getWriter().write(body);
    }
}
