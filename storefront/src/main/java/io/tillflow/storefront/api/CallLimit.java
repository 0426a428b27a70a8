package io.tillflow.storefront.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps one network address from calling the API without end. This machine itself is not counted: behind a proxy whose
 * headers the shop does not believe everybody would be one. Calls with the service's token are not either; guesses at it
 * are.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class CallLimit extends OncePerRequestFilter {
    private static final int MOST_ADDRESSES = 20_000;
    /** Of an IPv6 address, what names a household or a server. */
    private static final int NETWORK = 8;

    private static final double MILLIS = 1000;

    /** As handlers are found: an escaped letter or a parameter in the path makes no other address of it. */
    private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/v1/**");

    private final CallSettings settings;
    private final ServiceToken token;
    private final JsonMapper json;
    private final Clock clock;
    /** Whether the log is still to say that a proxy's word is not believed. */
    private final AtomicBoolean unbelieved;

    private final Map<String, Left> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    CallLimit(CallSettings settings, ServiceToken token, ServerProperties server, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.token = token;
        this.json = json;
        this.clock = clock;
        unbelieved = new AtomicBoolean(server.getForwardHeadersStrategy() == ForwardHeadersStrategy.NONE);
    }

    /** How many calls an address may still make, as of a moment. */
    private record Left(double calls, Instant at) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        RequestPath path = RequestPath.parse(request.getRequestURI(), request.getContextPath());
        return !API.matches(path.pathWithinApplication()) || token.isIn(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader("X-Forwarded-For") != null && unbelieved.getAndSet(false)) {
            logger.warn(
                    "A call came with X-Forwarded-For, which is not believed: behind a proxy all callers share one limit."
                            + " Set TILLFLOW_SHOP_FORWARDED_HEADERS=native if the shop is reached only through that proxy.");
        }
        InetAddress caller = caller(request);
        if (caller.isLoopbackAddress() || take(network(caller))) {
            chain.doFilter(request, response);
            return;
        }
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatus.TOO_MANY_REQUESTS,
                "More than %d calls at once, or %d a second, came from your address. Wait a second."
                        .formatted(settings.atOnce(), settings.perSecond()));
        body.setType(URI.create("too-many-calls"));
        response.setStatus(body.getStatus());
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    private synchronized boolean take(String network) {
        Instant now = clock.instant();
        Left before = known.getOrDefault(network, new Left(settings.atOnce(), now));
        double back = Math.max(0, Duration.between(before.at(), now).toMillis() / MILLIS * settings.perSecond());
        double calls = Math.min(settings.atOnce(), before.calls() + back);
        known.put(network, new Left(calls < 1 ? calls : calls - 1, now));
        return calls >= 1;
    }

    /** An address is a number here, never a name, so that nobody is asked for it. */
    private static InetAddress caller(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr());
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress();
        }
    }

    private static String network(InetAddress caller) {
        byte[] address = caller.getAddress();
        return Arrays.toString(address.length > NETWORK ? Arrays.copyOf(address, NETWORK) : address);
    }
}
