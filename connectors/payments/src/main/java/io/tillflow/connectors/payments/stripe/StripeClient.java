package io.tillflow.connectors.payments.stripe;

import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.RetryAfter;
import io.tillflow.plumbing.Calls;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks Stripe's API: forms in, JSON out, a key for each write that could happen twice. */
final class StripeClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final RestClient http;
    private final Supplier<String> apiKey;
    private final Clock clock;

    /**
     * @param apiKey asked for each call, so that a new key works at once
     */
    StripeClient(URI endpoint, Supplier<String> apiKey, Duration timeout, Clock clock) {
        this.http = RestClient.builder()
                .baseUrl(endpoint.toString())
                .requestFactory(Calls.within(timeout, timeout))
                .build();
        this.apiKey = apiKey;
        this.clock = clock;
    }

    JsonNode get(String path) {
        return send(HttpMethod.GET, path, Map.of(), null);
    }

    JsonNode post(String path, Map<String, String> fields, String key) {
        return send(HttpMethod.POST, path, fields, key);
    }

    /**
     * Without a key: for what the state of a thing decides. Stripe repeats what it answered to a key for a day, a refusal too,
     * whatever has become of the thing since.
     */
    JsonNode post(String path, Map<String, String> fields) {
        return send(HttpMethod.POST, path, fields, null);
    }

    private JsonNode send(HttpMethod method, String path, Map<String, String> fields, @Nullable String key) {
        String what = method + " " + path;
        try {
            RestClient.RequestBodySpec request = http.method(method)
                    .uri(URI.create("/v1" + path).toString())
                    .headers(headers -> {
                        headers.setBearerAuth(apiKey.get());
                        if (key != null) {
                            headers.set("Idempotency-Key", key);
                        }
                    });
            if (method.equals(HttpMethod.POST)) {
                MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
                fields.forEach(form::add);
                request.contentType(MediaType.APPLICATION_FORM_URLENCODED).body(form);
            }
            return Objects.requireNonNull(request.exchange((sent, response) -> read(what, response)));
        } catch (ResourceAccessException e) {
            throw new ProviderUnavailable("expected Stripe to answer " + what + ", but it did not", e);
        }
    }

    private JsonNode read(String what, ClientHttpResponse response) throws java.io.IOException {
        HttpStatusCode status = response.getStatusCode();
        if (status.value() == 429) {
            Duration wanted = RetryAfter.of(response.getHeaders().getFirst("Retry-After"), clock);
            throw new HeldBack("Stripe answered " + what + " with 429", Objects.requireNonNullElse(wanted, BUSY));
        }
        if (status.is5xxServerError() || status.value() == 409) {
            throw new ProviderUnavailable("expected Stripe to answer " + what + ", but it said " + status.value());
        }
        if (status.value() == 401 || status.value() == 403) {
            throw new IllegalStateException("expected Stripe to know our key, but it said " + status.value()
                    + ": set the secret STRIPE_API_KEY to a key that is valid and may do this");
        }
        JsonNode body = parse(what, response.getBody().readAllBytes());
        if (status.isError()) {
            throw new StripeError(what, status.value(), body.path("error"));
        }
        return body;
    }

    private static JsonNode parse(String what, byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            throw new ProviderUnavailable("expected Stripe to answer " + what + " in JSON, but it did not", noJson);
        }
    }
}
