package io.tillflow.connectors.http;

import io.tillflow.processes.HttpCall;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call as an analyst fills it in, field by field. */
final class Filled {
    private final String method;
    private final String url;
    private @Nullable Map<String, @Nullable Object> query;
    private @Nullable Map<String, @Nullable String> headers;
    private @Nullable Object body;
    private String authentication = "none";
    private String first = "";
    private String second = "";
    private String third = "";

    Filled(String method, String url) {
        this.method = method;
        this.url = url;
    }

    Filled query(Map<String, @Nullable Object> given) {
        query = given;
        return this;
    }

    Filled headers(Map<String, @Nullable String> given) {
        headers = given;
        return this;
    }

    Filled body(Object given) {
        body = given;
        return this;
    }

    Filled basic(String user, String password) {
        return authentication("basic", user, password, "");
    }

    Filled bearer(String token) {
        return authentication("bearer", token, "", "");
    }

    Filled apiKey(String header, String key) {
        return authentication("api-key", header, key, "");
    }

    Filled oauth2(String tokenUrl, String client, String secret) {
        return authentication("oauth2", tokenUrl, client, secret);
    }

    private Filled authentication(String kind, String one, String two, String three) {
        authentication = kind;
        first = one;
        second = two;
        third = three;
        return this;
    }

    HttpCall call() {
        return new HttpCall(
                method,
                url,
                query,
                headers,
                body,
                authentication,
                first,
                second,
                first,
                first,
                second,
                first,
                second,
                third,
                null,
                null);
    }
}
