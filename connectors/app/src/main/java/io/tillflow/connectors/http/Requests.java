package io.tillflow.connectors.http;

import io.tillflow.connectors.secrets.Secrets;
import io.tillflow.processes.HttpCall;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Composes a request of what an analyst filled in. */
final class Requests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Secrets secrets;
    private final Credentials credentials;

    Requests(Secrets secrets, Credentials credentials) {
        this.secrets = secrets;
        this.credentials = credentials;
    }

    Exchange of(HttpCall call, String key, String usedBy) {
        if (!METHODS.contains(call.method())) {
            throw new IllegalArgumentException(
                    "expected method to be GET, POST, PUT, PATCH or DELETE, but it is '" + call.method() + "'");
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Accept", "application/json");
        if (call.headers() != null) {
            call.headers().forEach((name, value) -> headers.put(name, resolved("headers", value, usedBy)));
        }
        if (!call.method().equals("GET")) {
            headers.putIfAbsent("Idempotency-Key", key);
        }
        headers.putAll(credentials.headers(call, usedBy));
        headers.forEach(Requests::requireOneLine);
        return new Exchange(call.method(), uri(call), headers, body(call.body()), "application/json");
    }

    private String resolved(String field, @Nullable String value, String usedBy) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "expected every value of " + field + " to be a text, but one is missing");
        }
        return secrets.resolve(value, usedBy);
    }

    private static void requireOneLine(String name, String value) {
        if ((name + value).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("expected header " + name.replaceAll("\\p{Cntrl}", "?")
                    + " to be one line, but it holds control characters");
        }
    }

    private static URI uri(HttpCall call) {
        refuseSecrets("url", call.url());
        StringBuilder query = new StringBuilder();
        if (call.query() != null) {
            call.query().forEach((name, value) -> {
                refuseSecrets("query", String.valueOf(value));
                query.append(query.isEmpty() ? "" : "&")
                        .append(encode(name))
                        .append('=')
                        .append(encode(value == null ? "" : String.valueOf(value)));
            });
        }
        String separator = query.isEmpty() ? "" : call.url().contains("?") ? "&" : "?";
        try {
            return new URI(call.url().strip() + separator + query);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("expected url to be an address, but " + e.getReason());
        }
    }

    private static @Nullable String body(@Nullable Object body) {
        if (body == null) {
            return null;
        }
        String text = body instanceof String given ? given : JSON.writeValueAsString(body);
        refuseSecrets("body", text);
        return text;
    }

    /** Addresses end up in other people's logs: secrets belong into headers. */
    private static void refuseSecrets(String field, String text) {
        if (Secrets.mentions(text)) {
            throw new IllegalArgumentException("expected no secret in " + field
                    + ": {{secrets.…}} works in headers and the fields of authentication only");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
