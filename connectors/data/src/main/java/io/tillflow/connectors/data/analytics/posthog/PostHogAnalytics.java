package io.tillflow.connectors.data.analytics.posthog;

import io.tillflow.connectors.data.analytics.Analytics;
import io.tillflow.connectors.data.analytics.CountedEvent;
import io.tillflow.connectors.data.analytics.EventQuestion;
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
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** PostHog's capture and query interfaces. It takes two events with the same uuid, name, subject and time for one. */
public final class PostHogAnalytics implements Analytics {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration BUSY = Duration.ofSeconds(10);
    private static final int LARGEST = 256_000;

    private final PostHogSettings settings;
    private final Keys keys;
    private final Clock clock;
    private final RestClient http;

    public PostHogAnalytics(PostHogSettings settings, Keys keys, Clock clock) {
        this.http = RestClient.builder()
                .requestFactory(Calls.within(settings.timeout(), settings.timeout()))
                .build();
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Asked for each call, so that new ones work at once.
     *
     * @param project may write events, and nothing else
     * @param personal may query the project
     */
    public record Keys(Supplier<String> project, Supplier<String> personal) {}

    @Override
    public void track(CountedEvent event, EffectKey key) {
        Map<String, Object> body = Map.of(
                "api_key", keys.project().get(),
                "uuid", UUID.nameUUIDFromBytes(key.value().getBytes(StandardCharsets.UTF_8)),
                "event", event.name(),
                "distinct_id", event.subject(),
                "timestamp", event.at().toString(),
                "properties", event.properties());
        post(settings.capture(), "/i/v0/e/", body, null);
    }

    @Override
    public long count(EventQuestion question) {
        Map<String, Object> query = Map.of(
                "kind",
                "HogQLQuery",
                "query",
                "select count() from events where event = {event}"
                        + " and timestamp >= toDateTime({from}) and timestamp < toDateTime({to})",
                "values",
                Map.of(
                        "event", question.name(),
                        "from", question.from().toString(),
                        "to", question.to().toString()));
        JsonNode count = post(
                        settings.endpoint(),
                        "/api/projects/" + settings.project() + "/query/",
                        Map.of("query", query),
                        keys.personal().get())
                .path("results")
                .path(0)
                .path(0);
        if (!count.isIntegralNumber()) {
            throw new IllegalStateException("expected PostHog to answer a count, but it answered something else");
        }
        return count.longValue();
    }

    private JsonNode post(URI host, String path, Map<String, Object> body, @Nullable String bearer) {
        try {
            return Objects.requireNonNull(http.post()
                    .uri(URI.create(host + path))
                    .contentType(MediaType.APPLICATION_JSON)
                    .headers(headers -> {
                        if (bearer != null) {
                            headers.setBearerAuth(bearer);
                        }
                    })
                    .body(JSON.writeValueAsBytes(body))
                    .exchange((sent, answer) -> read(path, answer)));
        } catch (ResourceAccessException e) {
            throw new ProviderUnavailable("expected PostHog to answer " + path + ", but it did not", e);
        }
    }

    private JsonNode read(String path, ClientHttpResponse answer) throws IOException {
        int status = answer.getStatusCode().value();
        String said = "expected PostHog to take " + path + ", but it said " + status;
        if (status == 429) {
            Duration wanted = RetryAfter.of(answer.getHeaders().getFirst("Retry-After"), clock);
            throw new HeldBack(said, Objects.requireNonNullElse(wanted, BUSY));
        }
        if (status >= 500) {
            throw new ProviderUnavailable(said);
        }
        if (status == 401 || status == 403) {
            throw new IllegalStateException(
                    said + ": set the secrets POSTHOG_PROJECT_KEY and POSTHOG_PERSONAL_KEY to keys of this project");
        }
        if (status >= 300) {
            throw new IllegalStateException(said + ": do TILLFLOW_ANALYTICS_POSTHOG_URL and _PROJECT name yours?");
        }
        byte[] body = answer.getBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new IllegalStateException("expected PostHog to answer within " + LARGEST + " bytes");
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new ProviderUnavailable("expected PostHog to answer " + path + " in JSON, but it did not", e);
        }
    }
}
