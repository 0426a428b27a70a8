package io.tillflow.connectors.commerce.shopify;

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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the Admin API of one version: a document and its variables out, data or errors in. */
final class ShopifyClient {
    /** What the documents in this package are written for; Shopify serves a version for a year. */
    static final String VERSION = "2026-10";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final RestClient http;
    private final URI endpoint;
    private final ShopifyTokens tokens;
    private final Clock clock;

    /** @param clientSecret asked for each token, so that a new one works within a day */
    ShopifyClient(URI endpoint, String clientId, Supplier<String> clientSecret, Duration timeout, Clock clock) {
        this.http = RestClient.builder()
                .requestFactory(Calls.within(timeout, timeout))
                .build();
        this.endpoint = endpoint;
        this.tokens = new ShopifyTokens(http, endpoint, clientId, clientSecret, clock);
        this.clock = clock;
    }

    /** The data of a query. */
    JsonNode ask(String document, Map<String, ?> variables) {
        String token = tokens.current();
        Optional<JsonNode> answer = send(document, variables, token);
        if (answer.isEmpty()) {
            tokens.refused(token);
            answer = send(document, variables, tokens.current());
        }
        return answer.orElseThrow(
                () -> new IllegalStateException("expected Shopify to know our token, but it said 401 to a new one, too:"
                        + " install the app in the store of TILLFLOW_SHOPIFY_STORE"));
    }

    /**
     * The payload of a mutation that was taken.
     *
     * @throws Refusal when it has user errors
     */
    JsonNode change(String mutation, String document, Map<String, ?> variables) {
        JsonNode payload = ask(document, variables).path(mutation);
        Refusal.of(mutation, payload).ifPresent(refusal -> {
            if (refusal.isUnderWay()) {
                throw new HeldBack("Shopify is at " + mutation + " under the same key still", BUSY);
            }
            if (refusal.isTrouble()) {
                throw new ProviderUnavailable(String.valueOf(refusal.getMessage()), refusal);
            }
            throw refusal;
        });
        return payload;
    }

    private Optional<JsonNode> send(String document, Map<String, ?> variables, String token) {
        String what = document.strip().replaceFirst("(?s)^(\\w+ \\w+).*", "$1");
        try {
            return Objects.requireNonNull(http.post()
                    .uri(URI.create(endpoint + "/admin/api/" + VERSION + "/graphql.json"))
                    .header("X-Shopify-Access-Token", token)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(JSON.writeValueAsString(Map.of("query", document, "variables", variables))
                            .getBytes(StandardCharsets.UTF_8))
                    .exchange((sent, answer) -> read(what, answer)));
        } catch (ResourceAccessException e) {
            throw new ProviderUnavailable("expected Shopify to answer " + what + ", but it did not", e);
        }
    }

    /** Empty when it does not know the token. */
    private Optional<JsonNode> read(String what, ClientHttpResponse answer) throws IOException {
        int status = answer.getStatusCode().value();
        if (status == 429) {
            Duration wanted = RetryAfter.of(answer.getHeaders().getFirst("Retry-After"), clock);
            throw new HeldBack("Shopify answered " + what + " with 429", Objects.requireNonNullElse(wanted, BUSY));
        }
        if (status >= 500) {
            throw new ProviderUnavailable("expected Shopify to answer " + what + ", but it said " + status);
        }
        if (status == 401) {
            return Optional.empty();
        }
        if (status >= 300) {
            throw new IllegalStateException(
                    "expected Shopify to answer " + what + ", but it said " + status + remedy(status));
        }
        JsonNode body = parse(what, answer.getBody().readAllBytes());
        JsonNode errors = body.path("errors");
        if (errors.isMissingNode() || errors.isNull()) {
            return Optional.of(body.path("data"));
        }
        throw trouble(what, body);
    }

    private static String remedy(int status) {
        return switch (status) {
            case 402, 423 -> ": the store is frozen or locked";
            case 403 -> ": the app may not do this in the store";
            case 404 -> ": check TILLFLOW_SHOPIFY_STORE; the version " + VERSION + " may have retired, too";
            default -> "";
        };
    }

    private static RuntimeException trouble(String what, JsonNode body) {
        JsonNode error = body.path("errors").path(0);
        String code = error.path("extensions").path("code").asString("");
        String said = error.path("message").asString("no reason");
        return switch (code) {
            case "THROTTLED" -> new HeldBack("Shopify has no points left for " + what, until(body));
            case "INTERNAL_SERVER_ERROR", "TIMEOUT", "SERVICE_UNAVAILABLE" ->
                new ProviderUnavailable("expected Shopify to answer " + what + ", but it said " + code);
            case "ACCESS_DENIED" ->
                new IllegalStateException("expected Shopify to let our app do " + what + ", but it lacks access: "
                        + error.path("extensions").path("requiredAccess").asString(said));
            default ->
                new IllegalStateException(
                        "expected Shopify to take " + what + ", but it said " + code + ": " + Refusal.shorten(said));
        };
    }

    /** When there will be points enough, by what is lacking and how fast it comes back. */
    private static Duration until(JsonNode body) {
        JsonNode cost = body.path("extensions").path("cost");
        double restored = cost.path("throttleStatus").path("restoreRate").asDouble(0);
        double lacking = cost.path("requestedQueryCost").asDouble(0)
                - cost.path("throttleStatus").path("currentlyAvailable").asDouble(0);
        return (restored <= 0 || lacking <= 0)
                ? BUSY
                : Duration.ofSeconds(Math.min(60, (long) Math.ceil(lacking / restored)));
    }

    private static JsonNode parse(String what, byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            throw new ProviderUnavailable("expected Shopify to answer " + what + " in JSON, but it did not", noJson);
        }
    }

    /** What Shopify did not do, with its reason. */
    static final class Refusal extends IllegalStateException {
        private static final long serialVersionUID = 1L;
        private static final int LONGEST = 300;
        private static final Pattern REPEAT =
                Pattern.compile("(?i)already (been )?cancel|being cancel|cancell?ation( \\w+){0,3} in progress");

        private final String code;
        private final String reason;

        private Refusal(String mutation, String code, String reason) {
            super("expected Shopify to take " + mutation + ", but it said " + (code.isEmpty() ? "" : code + ": ")
                    + reason);
            this.code = code;
            this.reason = reason;
        }

        static Optional<Refusal> of(String mutation, JsonNode payload) {
            return Stream.of("orderCancelUserErrors", "userErrors")
                    .map(name -> payload.path(name).path(0))
                    .filter(JsonNode::isObject)
                    .findFirst()
                    .map(error -> new Refusal(
                            mutation,
                            error.path("code").isString() ? error.path("code").stringValue() : "",
                            shorten(error.path("message").asString("no reason"))));
        }

        static String shorten(String words) {
            return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
        }

        String reason() {
            return reason;
        }

        boolean isUnderWay() {
            return code.equals("IDEMPOTENCY_CONCURRENT_REQUEST") || reason.contains("currently in progress");
        }

        /** It cancels the order already, or did; Shopify says so in words alone. */
        boolean isCancelledAlready() {
            return REPEAT.matcher(reason).find();
        }

        boolean isTrouble() {
            return code.equals("INTERNAL_ERROR");
        }
    }
}
