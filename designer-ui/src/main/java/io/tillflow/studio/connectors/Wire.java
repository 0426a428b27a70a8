package io.tillflow.studio.connectors;

import io.tillflow.studio.platform.StudioSettings;
import io.tillflow.studio.platform.Whole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Asks another part of the suite by its REST API: the connectors, unless it is a kind of its own. */
@Primary
@Component
public class Wire {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int REDIRECTS = 300;
    private static final int BAD_GATEWAY = 502;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final Duration patience;
    private final Peer peer;
    private final URI base;
    private final String token;
    private final JsonMapper json;

    @Autowired
    Wire(StudioSettings settings, JsonMapper json) {
        this(Peer.CONNECTORS, settings.connectorsUrl(), settings.serviceToken(), json);
    }

    protected Wire(Peer peer, URI base, String token, JsonMapper json) {
        this(peer, base, token, json, PATIENCE);
    }

    /** @param patience how long an answer is waited for */
    protected Wire(Peer peer, URI base, String token, JsonMapper json, Duration patience) {
        this.patience = patience;
        this.peer = peer;
        this.base = base;
        this.token = token;
        this.json = json;
    }

    /** The answer's body, missing where there is none. */
    public JsonNode send(String method, String path, @Nullable Object body) {
        return send(method, path, body, "");
    }

    /** @param key makes a repetition do nothing more; empty for none */
    public JsonNode send(String method, String path, @Nullable Object body, String key) {
        BodyPublisher content =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.writeValueAsString(body));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(patience)
                .method(method, content);
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        language(path).ifPresent(reader -> request.header("Accept-Language", reader));
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= REDIRECTS) {
                throw new Refused(peer, answer.statusCode(), reason(answer));
            }
            return answer.body().isBlank() ? MissingNode.getInstance() : json.readTree(answer.body());
        } catch (IOException | JacksonException e) {
            throw new Away(peer, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Away(peer, e);
        }
    }

    /** In which language to be answered; empty where what is answered, or kept of what is asked, is in one for everybody. */
    protected Optional<String> language(String path) {
        return Optional.empty();
    }

    /** What is there; an answer that lacks something which that type promises counts as refused. */
    public <T> T get(String path, Class<T> type) {
        return send("GET", path, null, type);
    }

    /** The answer's body, of which the same counts. */
    public <T> T send(String method, String path, @Nullable Object body, Class<T> type) {
        JsonNode answer = send(method, path, body);
        try {
            T read = answer.isMissingNode() ? null : json.treeToValue(answer, type);
            if (read == null) {
                throw wrong("nothing");
            }
            Whole.missing(read).ifPresent(it -> {
                throw wrong("no " + it);
            });
            return read;
        } catch (JacksonException e) {
            throw wrong(e.getOriginalMessage());
        }
    }

    private Refused wrong(String what) {
        return new Refused(peer, BAD_GATEWAY, "the " + peer.app() + " gave an answer that cannot be used: " + what);
    }

    private String reason(HttpResponse<String> answer) {
        String plain = "the " + peer.app() + " answered " + answer.statusCode();
        try {
            return json.readTree(answer.body()).path("detail").asString(plain);
        } catch (JacksonException notJson) {
            return plain;
        }
    }
}
