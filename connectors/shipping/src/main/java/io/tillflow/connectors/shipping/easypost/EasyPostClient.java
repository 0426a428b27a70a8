package io.tillflow.connectors.shipping.easypost;

import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.RetryAfter;
import io.tillflow.plumbing.Calls;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks EasyPost's API: JSON in and out, the key as user name. */
final class EasyPostClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final RestClient http;
    private final URI endpoint;
    private final Supplier<String> apiKey;
    private final Clock clock;

    /**
     * @param apiKey asked for each call, so that a new key works at once
     */
    EasyPostClient(URI endpoint, Supplier<String> apiKey, Duration timeout, Clock clock) {
        this.http = RestClient.builder()
                .requestFactory(Calls.within(timeout, timeout))
                .build();
        this.endpoint = endpoint;
        this.apiKey = apiKey;
        this.clock = clock;
    }

    /** Empty when nobody knows it. */
    Optional<JsonNode> get(String path) {
        try {
            return Optional.of(send(HttpMethod.GET, path, null));
        } catch (EasyPostError error) {
            if (error.isUnknown()) {
                return Optional.empty();
            }
            throw error;
        }
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send(HttpMethod.POST, path, body);
    }

    private JsonNode send(HttpMethod method, String path, @Nullable Map<String, ?> body) {
        String what = method + " " + path.replaceFirst("/[^/]*:.*", "/…");
        try {
            RestClient.RequestBodySpec request = http.method(method)
                    .uri(URI.create(endpoint + "/v2" + path))
                    .headers(headers -> headers.setBasicAuth(apiKey.get(), ""));
            if (body != null) {
                request.contentType(MediaType.APPLICATION_JSON)
                        .body(JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
            }
            return Objects.requireNonNull(request.exchange((sent, answer) -> read(what, answer)));
        } catch (ResourceAccessException e) {
            throw new ProviderUnavailable("expected EasyPost to answer " + what + ", but it did not", e);
        }
    }

    private JsonNode read(String what, ClientHttpResponse answer) throws IOException {
        int status = answer.getStatusCode().value();
        if (status == 429) {
            Duration wanted = RetryAfter.of(answer.getHeaders().getFirst("Retry-After"), clock);
            throw new HeldBack("EasyPost answered " + what + " with 429", Objects.requireNonNullElse(wanted, BUSY));
        }
        if (status >= 500) {
            throw new ProviderUnavailable("expected EasyPost to answer " + what + ", but it said " + status);
        }
        if (status == 401 || status == 403) {
            throw new IllegalStateException("expected EasyPost to know our key, but it said " + status
                    + ": set the secret EASYPOST_API_KEY to a key that is valid and may do this");
        }
        JsonNode body = parse(what, answer.getBody().readAllBytes());
        if (status >= 300) {
            throw new EasyPostError(
                    what, status, body.path("error").path("code").asString("no reason"));
        }
        return body;
    }

    private static JsonNode parse(String what, byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            throw new ProviderUnavailable("expected EasyPost to answer " + what + " in JSON, but it did not", noJson);
        }
    }

    /** What EasyPost refused, by its code: its words may repeat an address. */
    static final class EasyPostError extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final String code;

        EasyPostError(String what, int status, String code) {
            super("expected EasyPost to take " + what + ", but it said " + status + ": " + code);
            this.status = status;
            this.code = code;
        }

        boolean isUnknown() {
            return status == 404;
        }

        boolean isAddress() {
            return code.startsWith("ADDRESS.");
        }

        boolean isBoughtAlready() {
            return code.equals("SHIPMENT.POSTAGE.EXISTS");
        }

        boolean isNoRefund() {
            return code.startsWith("SHIPMENT.REFUND") || code.equals("REFUND.UNAVAILABLE");
        }

        String code() {
            return code;
        }
    }
}
