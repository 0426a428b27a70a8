package io.tillflow.connectors.suppliers.rest;

import io.tillflow.connectors.provider.EffectKey;
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
import tools.jackson.databind.node.MissingNode;

/** JSON in and out with a bearer token; what comes back is never taken for more than {@link #LARGEST} bytes of it. */
final class SupplierService {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration BUSY = Duration.ofSeconds(2);
    private static final int LARGEST = 256_000;

    private final RestClient http;
    private final URI endpoint;
    private final Supplier<String> token;
    private final Clock clock;

    /**
     * @param token asked for each call, so that a new one works at once
     */
    SupplierService(URI endpoint, Supplier<String> token, Duration timeout, Clock clock) {
        this.http = RestClient.builder()
                .requestFactory(Calls.within(timeout, timeout))
                .build();
        this.endpoint = endpoint;
        this.token = token;
        this.clock = clock;
    }

    /** What the service said, where it is for the caller to judge: a 2xx, 404, 409 or 422. */
    record Reply(int status, JsonNode body) {
        boolean isGood() {
            return status < 300;
        }

        /** Whether the supplier said no, by 422; a 404 says that nobody is there to say it, a 409 that they work on it still. */
        boolean isRefusal(String what) {
            if (status == 404) {
                throw new IllegalStateException("expected the suppliers' service to know " + what
                        + ", but it said 404: does TILLFLOW_SUPPLIERS_URL name the service?");
            }
            if (status == 409) {
                throw new ProviderUnavailable("expected the suppliers' service to answer " + what
                        + ", but it said 409: it works on the same key still");
            }
            return !isGood();
        }

        String reason() {
            return body.path("reason").asString("the supplier gave no reason");
        }
    }

    Reply get(String path) {
        return send(HttpMethod.GET, path, null, null);
    }

    Reply post(String path, Map<String, ?> body, @Nullable EffectKey key) {
        return send(HttpMethod.POST, path, body, key);
    }

    private Reply send(HttpMethod method, String path, @Nullable Map<String, ?> body, @Nullable EffectKey key) {
        String what = method + " " + path;
        try {
            RestClient.RequestBodySpec request = http.method(method)
                    .uri(URI.create(endpoint + path))
                    .headers(headers -> {
                        headers.setBearerAuth(token.get());
                        if (key != null) {
                            headers.set("Idempotency-Key", key.value());
                        }
                    });
            if (body != null) {
                request.contentType(MediaType.APPLICATION_JSON)
                        .body(JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
            }
            return Objects.requireNonNull(request.exchange((sent, answer) -> read(what, answer)));
        } catch (ResourceAccessException e) {
            throw new ProviderUnavailable("expected the suppliers' service to answer " + what + ", but it did not", e);
        }
    }

    private Reply read(String what, ClientHttpResponse answer) throws IOException {
        int status = answer.getStatusCode().value();
        if (status == 429) {
            Duration wanted = RetryAfter.of(answer.getHeaders().getFirst("Retry-After"), clock);
            throw new HeldBack(
                    "the suppliers' service answered " + what + " with 429", Objects.requireNonNullElse(wanted, BUSY));
        }
        if (status >= 500) {
            throw new ProviderUnavailable(
                    "expected the suppliers' service to answer " + what + ", but it said " + status);
        }
        if (status == 401 || status == 403) {
            throw new IllegalStateException("expected the suppliers' service to know our token, but it said " + status
                    + ": set the secret SUPPLIERS_TOKEN to one that is valid and may do this");
        }
        if (status >= 300 && status != 404 && status != 409 && status != 422) {
            throw new IllegalStateException("expected the suppliers' service to take " + what + ", but it said "
                    + status + ": does TILLFLOW_SUPPLIERS_URL name the service?");
        }
        return status == 404
                ? new Reply(status, MissingNode.getInstance())
                : new Reply(status, parse(what, answer.getBody().readNBytes(LARGEST + 1)));
    }

    private static JsonNode parse(String what, byte[] body) {
        if (body.length > LARGEST) {
            throw new IllegalStateException(
                    "expected the suppliers' service to answer " + what + " within " + LARGEST + " bytes");
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            throw new ProviderUnavailable(
                    "expected the suppliers' service to answer " + what + " in JSON, but it did not", noJson);
        }
    }
}
