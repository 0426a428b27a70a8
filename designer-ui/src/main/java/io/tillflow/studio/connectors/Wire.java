package io.tillflow.studio.connectors;

import io.tillflow.studio.platform.StudioSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Asks the connectors by their REST API. */
@Component
public class Wire {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int REDIRECTS = 300;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final StudioSettings settings;
    private final JsonMapper json;

    Wire(StudioSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /** The answer's body, missing where there is none. */
    public JsonNode send(String method, String path, @Nullable Object body) {
        BodyPublisher content =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.writeValueAsString(body));
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.connectorsUrl() + "/api/v1" + path))
                .header("Authorization", "Bearer " + settings.serviceToken())
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .method(method, content)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= REDIRECTS) {
                throw new Refused(answer.statusCode(), reason(answer));
            }
            return answer.body().isBlank() ? MissingNode.getInstance() : json.readTree(answer.body());
        } catch (IOException | JacksonException e) {
            throw new Away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Away(e);
        }
    }

    public <T> T get(String path, Class<T> type) {
        return json.treeToValue(send("GET", path, null), type);
    }

    private String reason(HttpResponse<String> answer) {
        String plain = "the connectors answered " + answer.statusCode();
        try {
            return json.readTree(answer.body()).path("detail").asString(plain);
        } catch (JacksonException notJson) {
            return plain;
        }
    }
}
