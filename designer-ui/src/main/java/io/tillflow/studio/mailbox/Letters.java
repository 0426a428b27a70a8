package io.tillflow.studio.mailbox;

import io.tillflow.studio.platform.StudioSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the connectors for the letters their mail server caught. */
@Service
class Letters {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final int MISSING = 404;
    private static final int PAGE = 500;
    private static final int PAGES_A_LOOK = 40;
    private static final int MOST = 500;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final StudioSettings settings;
    private final JsonMapper json;
    private final List<Envelope> seen = new ArrayList<>();

    Letters(StudioSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /** A letter in the list. */
    record Envelope(long id, String to, String subject, Instant receivedAt) {}

    /** A letter to read. */
    record Letter(Envelope envelope, String from, String html, String text) {}

    /** The connectors did not answer. */
    static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Away(Throwable cause) {
            super("the mailbox does not answer", cause);
        }
    }

    /** The newest letters first. The list only ever grows, so each look asks for what came since the last one. */
    synchronized List<Envelope> newest() {
        for (int page = 0; page < PAGES_A_LOOK; page++) {
            List<Envelope> more = page(seen.isEmpty() ? 0 : seen.getLast().id());
            seen.addAll(more);
            if (more.size() < PAGE) {
                break;
            }
        }
        if (seen.size() > MOST) {
            seen.subList(0, seen.size() - MOST).clear();
        }
        return List.copyOf(seen.reversed());
    }

    private List<Envelope> page(long after) {
        List<Envelope> letters = new ArrayList<>();
        ask("/api/v1/mailbox?limit=" + PAGE + "&after=" + after)
                .ifPresent(page -> page.path("items").forEach(it -> letters.add(envelope(it))));
        return letters;
    }

    Optional<Letter> open(long id) {
        return ask("/api/v1/mailbox/" + id)
                .map(it -> new Letter(envelope(it), text(it, "from"), text(it, "html"), text(it, "text")));
    }

    private Optional<JsonNode> ask(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.connectorsUrl() + path))
                .header("Authorization", "Bearer " + settings.serviceToken())
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == MISSING) {
                return Optional.empty();
            }
            if (answer.statusCode() != OK) {
                throw new Away(new IOException("the connectors answered " + answer.statusCode()));
            }
            return Optional.of(json.readTree(answer.body()));
        } catch (IOException | JacksonException e) {
            throw new Away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Away(e);
        }
    }

    private static Envelope envelope(JsonNode letter) {
        return new Envelope(
                letter.path("id").asLong(0),
                text(letter, "to"),
                text(letter, "subject"),
                Instant.parse(letter.path("receivedAt").asString("1970-01-01T00:00:00Z")));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
