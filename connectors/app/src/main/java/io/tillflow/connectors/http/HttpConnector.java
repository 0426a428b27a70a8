package io.tillflow.connectors.http;

import io.tillflow.connectors.guard.ProviderGuards;
import io.tillflow.connectors.http.HttpResult.Kind;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.RetryAfter;
import io.tillflow.connectors.secrets.Redaction;
import io.tillflow.processes.HttpCall;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Calls a REST API and maps its answer; nothing of a secret leaves it again. */
public final class HttpConnector {
    public static final String FAMILY = "http";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration BUSY = Duration.ofSeconds(5);

    private final Requests requests;
    private final Credentials credentials;
    private final WebClient web;
    private final ProviderGuards guards;
    private final Redaction redaction;
    private final Mapping mapping = new Mapping();
    private final Clock clock;

    HttpConnector(
            Requests requests,
            Credentials credentials,
            WebClient web,
            ProviderGuards guards,
            Redaction redaction,
            Clock clock) {
        this.requests = requests;
        this.credentials = credentials;
        this.web = web;
        this.guards = guards;
        this.redaction = redaction;
        this.clock = clock;
    }

    /**
     * Makes the call.
     *
     * @param key under which a repeat does nothing more, where the server knows {@code Idempotency-Key}
     * @param expression what to make of the answer; blank for nothing
     * @param usedBy who asks, shown beside the secrets it used
     */
    public HttpResult call(HttpCall call, String key, String expression, String usedBy) {
        Exchange exchange = requests.of(call, key, usedBy);
        String host = String.valueOf(exchange.uri().getHost());
        Answer answer = guards.of(FAMILY, host).call(() -> settled(exchange, web.send(exchange)));
        if (!answer.succeeded()) {
            return refused(call, exchange, answer);
        }
        return expression.isBlank() ? new HttpResult.Done(Map.of()) : mapped(exchange, answer, expression);
    }

    /** Trouble that may pass is no answer. */
    private Answer settled(Exchange exchange, Answer answer) {
        Duration wanted = RetryAfter.of(answer.header("retry-after"), clock);
        if (answer.status() == 429) {
            throw new HeldBack(
                    exchange.where() + " came back 429: too many requests", Objects.requireNonNullElse(wanted, BUSY));
        }
        if (answer.status() >= 500 || answer.status() == 408) {
            throw new ProviderUnavailable(exchange.where() + " came back " + answer.status(), wanted);
        }
        return answer;
    }

    private HttpResult refused(HttpCall call, Exchange exchange, Answer answer) {
        String reason = exchange.where() + " came back " + answer.status();
        return switch (answer.status()) {
            case 401, 403 -> {
                credentials.forget(call);
                yield new HttpResult.Refused(
                        Kind.UNAUTHORISED, reason + ": the credentials are missing, wrong or expired");
            }
            case 404, 410 -> new HttpResult.Refused(Kind.NOT_FOUND, reason);
            default -> new HttpResult.Refused(Kind.OTHER, reason + ": " + beginning(answer.body()));
        };
    }

    private HttpResult mapped(Exchange exchange, Answer answer, String expression) {
        Object body;
        try {
            body = answer.body().isBlank() ? null : JSON.readValue(answer.body(), Object.class);
        } catch (JacksonException noJson) {
            return new HttpResult.Refused(
                    Kind.NO_JSON,
                    "expected JSON from " + exchange.where() + ", but got " + answer.contentType() + ": "
                            + beginning(answer.body()));
        }
        Map<String, @Nullable Object> response = new LinkedHashMap<>();
        response.put("status", answer.status());
        response.put("headers", answer.headers());
        response.put("body", body);
        return new HttpResult.Done(cleaned(mapping.variables(expression, response)));
    }

    /** A server that echoes a secret does not get it into our variables. */
    private Map<String, @Nullable Object> cleaned(Map<String, @Nullable Object> variables) {
        String text = JSON.writeValueAsString(variables);
        return JSON.readValue(redaction.clean(text), new TypeReference<>() {});
    }

    private String beginning(String body) {
        String line = redaction.clean(body.replaceAll("\\s+", " ").strip());
        return line.length() <= 120 ? line : line.substring(0, 120) + "…";
    }
}
