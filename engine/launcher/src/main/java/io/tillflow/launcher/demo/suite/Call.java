package io.tillflow.launcher.demo.suite;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** One HTTP request. */
public record Call(String method, String url, Map<String, String> headers, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Call get(String url) {
        return new Call("GET", url, Map.of(), "");
    }

    public static Call post(String url) {
        return new Call("POST", url, Map.of(), "");
    }

    public static Call put(String url) {
        return new Call("PUT", url, Map.of(), "");
    }

    public Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, url, more, body);
    }

    public Call bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The key under which a repeat of this call changes nothing more. */
    public Call key(String idempotencyKey) {
        return with("Idempotency-Key", idempotencyKey);
    }

    public Call json(Object document) {
        return with("Content-Type", "application/json").body(JSON.writeValueAsString(document));
    }

    public Call form(Map<String, String> fields) {
        String encoded = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return with("Content-Type", "application/x-www-form-urlencoded").body(encoded);
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String summary() {
        return method + " " + url.replaceFirst("token=[^&]*", "token=…");
    }

    private Call body(String text) {
        return new Call(method, url, headers, text);
    }
}
