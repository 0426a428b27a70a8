package io.tillflow.connectors.data.analytics.posthog;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as PostHog documents capturing an event and a HogQL query of the very shape that is asked here. */
final class PostHogDouble implements ResponseTransformerV2 {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Set<Event> events = new LinkedHashSet<>();

    private record Event(String uuid, String name, String subject, Instant at) {}

    @Override
    public String getName() {
        return "posthog";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public synchronized Response transform(Response response, ServeEvent event) {
        Request request = event.getRequest();
        JsonNode body = JSON.readTree(request.getBodyAsString());
        if (request.getUrl().equals("/i/v0/e/")) {
            return capture(response, body);
        }
        boolean known = request.getUrl().equals("/api/projects/7/query/")
                && "Bearer phx_1".equals(request.getHeader("Authorization"));
        return known ? query(response, body.path("query")) : reply(response, 403, "{}");
    }

    private Response capture(Response response, JsonNode body) {
        if (!body.path("api_key").asString("").equals("phc_1")) {
            return reply(response, 401, "{\"type\": \"validation_error\"}");
        }
        events.add(new Event(
                body.path("uuid").stringValue(),
                body.path("event").stringValue(),
                body.path("distinct_id").stringValue(),
                Instant.parse(body.path("timestamp").stringValue())));
        return reply(response, 200, "{\"status\": \"Ok\"}");
    }

    private Response query(Response response, JsonNode query) {
        JsonNode values = query.path("values");
        Instant from = Instant.parse(values.path("from").stringValue());
        Instant to = Instant.parse(values.path("to").stringValue());
        long count = events.stream()
                .filter(event -> event.name().equals(values.path("event").stringValue()))
                .filter(event -> !event.at().isBefore(from) && event.at().isBefore(to))
                .count();
        return query.path("kind").asString("").equals("HogQLQuery")
                ? reply(response, 200, "{\"results\": [[" + count + "]]}")
                : reply(response, 400, "{}");
    }

    private static Response reply(Response response, int status, String body) {
        return Response.Builder.like(response).status(status).body(body).build();
    }
}
