package io.tillflow.connectors.http;

import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.secrets.Redaction;
import io.tillflow.connectors.secrets.Secrets;
import io.tillflow.processes.HttpCall;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns what a call says about authentication into headers. */
final class Credentials {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final Secrets secrets;
    private final Redaction redaction;
    private final WebClient web;
    private final Clock clock;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant until) {
        @Override
        public String toString() {
            return "Token[hidden]";
        }
    }

    Credentials(Secrets secrets, Redaction redaction, WebClient web, Clock clock) {
        this.secrets = secrets;
        this.redaction = redaction;
        this.web = web;
        this.clock = clock;
    }

    Map<String, String> headers(HttpCall call, String usedBy) {
        String kind = call.authentication() == null ? "none" : call.authentication();
        return switch (kind) {
            case "none", "" -> Map.of();
            case "basic" -> Map.of("Authorization", "Basic " + basic(call.user(), call.password(), usedBy));
            case "bearer" -> Map.of("Authorization", "Bearer " + given("token", call.token(), usedBy));
            case "api-key" ->
                Map.of(given("apiKeyHeader", call.apiKeyHeader(), usedBy), given("apiKey", call.apiKey(), usedBy));
            case "oauth2" -> Map.of("Authorization", "Bearer " + bought(call, usedBy));
            default ->
                throw new IllegalArgumentException(
                        "expected authentication to be none, basic, bearer, api-key or oauth2, but it is '" + kind
                                + "'");
        };
    }

    /** A refused token is bought anew with the next try. */
    void forget(HttpCall call) {
        tokens.keySet().removeIf(key -> key.startsWith(call.tokenUrl() + " "));
    }

    private String basic(@Nullable String user, @Nullable String password, String usedBy) {
        String pair = given("user", user, usedBy) + ":" + given("password", password, usedBy);
        redaction.remember(pair, "{{secrets}}");
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private String bought(HttpCall call, String usedBy) {
        String client = given("clientId", call.clientId(), usedBy);
        String secret = given("clientSecret", call.clientSecret(), usedBy);
        String key = call.tokenUrl() + " " + client + " " + call.scopes();
        Token known = tokens.get(key);
        if (known != null && known.until().isAfter(clock.instant())) {
            return known.value();
        }
        Token fresh = buy(given("tokenUrl", call.tokenUrl(), usedBy), client, secret, call.scopes());
        tokens.put(key, fresh);
        return fresh.value();
    }

    private Token buy(String tokenUrl, String client, String secret, @Nullable String scopes) {
        redaction.remember(client + ":" + secret, "{{secrets}}");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        if (scopes != null && !scopes.isBlank()) {
            form.put("scope", scopes);
        }
        String basic = encode(client) + ":" + encode(secret);
        redaction.remember(basic, "{{secrets}}");
        Exchange exchange = new Exchange(
                "POST",
                URI.create(tokenUrl),
                Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)),
                        "Accept",
                        "application/json"),
                form(form),
                "application/x-www-form-urlencoded");
        return token(exchange, web.send(exchange));
    }

    private Token token(Exchange asked, Answer answer) {
        if (answer.status() >= 500 || answer.status() == 429) {
            throw new ProviderUnavailable(
                    "expected a token from " + asked.where() + ", but it said " + answer.status());
        }
        if (!answer.succeeded()) {
            throw new IllegalStateException("expected a token from " + asked.where() + ", but it said "
                    + answer.status() + ": the client id or its secret may be wrong or expired");
        }
        JsonNode body = parse(asked, answer);
        String value = body.path("access_token").asString("");
        if (value.isEmpty()) {
            throw new IllegalStateException("expected access_token from " + asked.where() + ", but there is none");
        }
        redaction.remember(value, "{{token}}");
        long seconds = body.path("expires_in").asLong(60);
        return new Token(value, clock.instant().plusSeconds(seconds).minus(EARLY));
    }

    private static JsonNode parse(Exchange asked, Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException noJson) {
            throw new IllegalStateException(
                    "expected a token in JSON from " + asked.where() + ", but got " + answer.contentType());
        }
    }

    private String given(String field, @Nullable String value, String usedBy) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("expected the variable " + field + ", but it is missing");
        }
        return secrets.resolve(value, usedBy);
    }

    private static String form(Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(encode(name))
                .append('=')
                .append(encode(value)));
        return form.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
