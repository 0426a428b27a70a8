package io.tillflow.storefront;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without a script: keeps cookies, sends forms and says where they come from. */
public final class TestBrowser {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final ShopClient shop;
    private final Map<String, String> cookies = new HashMap<>();

    TestBrowser(ShopClient shop) {
        this.shop = shop;
    }

    /** The values a browser would keep. */
    public Map<String, String> cookies() {
        return cookies;
    }

    public HttpResponse<String> page(String path) {
        return remember(shop.send("GET", path, "text/plain", "", headers(Map.of())));
    }

    public HttpResponse<String> submit(String path, Map<String, String> fields) {
        return submit(path, fields, Map.of("Sec-Fetch-Site", "same-origin"));
    }

    HttpResponse<String> submit(String path, Map<String, String> fields, Map<String, String> from) {
        String form = fields.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return remember(shop.send("POST", path, FORM, form, headers(from)));
    }

    /** Where an answer sends the browser. */
    public static String target(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError("expected to be sent on, but got " + answer.statusCode()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Map<String, String> headers(Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        if (!cookies.isEmpty()) {
            headers.put(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return headers;
    }

    private HttpResponse<String> remember(HttpResponse<String> answer) {
        answer.headers().allValues("set-cookie").forEach(c -> {
            String pair = c.substring(0, c.indexOf(';'));
            String name = pair.substring(0, pair.indexOf('='));
            String value = pair.substring(pair.indexOf('=') + 1);
            if (value.isEmpty()) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        });
        return answer;
    }
}
