package io.tillflow.connectors.commerce.shopify;

import io.tillflow.connectors.provider.ProviderUnavailable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The token that calls carry: fetched with the app's id and secret and kept while it is good, which is a day. */
final class ShopifyTokens {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final String REMEDY =
            ": set TILLFLOW_SHOPIFY_CLIENT_ID and the secret SHOPIFY_CLIENT_SECRET to those of an app that is installed in the store";

    private final RestClient http;
    private final URI endpoint;
    private final String clientId;
    private final Supplier<String> clientSecret;
    private final Clock clock;
    private @Nullable Token kept;

    ShopifyTokens(RestClient http, URI endpoint, String clientId, Supplier<String> clientSecret, Clock clock) {
        this.http = http;
        this.endpoint = endpoint;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    private record Token(String value, Instant until) {}

    synchronized String current() {
        Token token = kept;
        if (token == null || !clock.instant().isBefore(token.until())) {
            token = fetch();
            kept = token;
        }
        return token.value();
    }

    /** Shopify knows this one no more; the next call fetches another. */
    synchronized void refused(String value) {
        if (kept != null && kept.value().equals(value)) {
            kept = null;
        }
    }

    private Token fetch() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", clientId);
        form.add("client_secret", clientSecret.get());
        try {
            byte[] body = http.post()
                    .uri(URI.create(endpoint + "/admin/oauth/access_token"))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .body(byte[].class);
            return token(JSON.readTree(body == null ? new byte[0] : body));
        } catch (HttpClientErrorException.TooManyRequests e) {
            throw new ProviderUnavailable("expected Shopify to give out a token, but it has too much to do");
        } catch (HttpClientErrorException e) {
            throw new IllegalStateException("expected Shopify to give our app a token, but it said "
                    + e.getStatusCode().value() + REMEDY);
        } catch (RestClientException | JacksonException awayOrBrokenOff) {
            throw new ProviderUnavailable("expected Shopify to give out a token, but it did not", awayOrBrokenOff);
        }
    }

    private Token token(JsonNode answer) {
        String value = answer.path("access_token").asString("");
        if (value.isEmpty()) {
            throw new ProviderUnavailable("expected Shopify to give out a token, but its answer has none");
        }
        Duration good = Duration.ofSeconds(answer.path("expires_in").asLong(0)).minus(EARLY);
        return new Token(value, clock.instant().plus(good));
    }
}
