package io.tillflow.launcher.remote;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A studio, as the command line speaks to it. */
public final class Studio {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = 503;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final URI address;
    private final String token;

    /** What it said; not accepted means that it found errors in the files. */
    public record Answer(boolean accepted, JsonNode document) {}

    public Studio(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Deploys models; with {@code dryRun} the studio only says what it would find. */
    public Answer deploy(List<Path> files, boolean dryRun) {
        return post("/api/v1/deployments" + (dryRun ? "?dryRun=true" : ""), files);
    }

    /** Asks for the findings of the linter. */
    public Answer lint(List<Path> files) {
        return post("/api/v1/lint", files);
    }

    private Answer post(String path, List<Path> files) {
        Multipart form = Multipart.of(files);
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", form.contentType())
                .header("Accept", "application/json, application/problem+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.body()))
                .build();
        try {
            return read(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw Trouble.notReachable("The studio at " + address + " does not answer ("
                    + e.getClass().getSimpleName() + "): start it with ./tillflow up, or name another with --studio.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Trouble.notReachable("Interrupted while waiting for the studio at " + address + ".");
        }
    }

    /** Findings come as 200 or 422 alike; anything else is trouble of ours. */
    private Answer read(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            throw new Trouble("The studio at " + address + " refuses the token: use one of a user who may deploy"
                    + " (TILLFLOW_TOKEN or --token).");
        }
        JsonNode document = parse(response.body());
        if (status == UNAVAILABLE) {
            throw Trouble.notReachable("The studio cannot do that now: " + detail(document, status) + ".");
        }
        if (status >= 300 && status != UNPROCESSABLE && !document.has("problems")) {
            throw new Trouble("The studio refused: " + detail(document, status) + ".");
        }
        return new Answer(status < 300, document);
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static String detail(JsonNode problem, int status) {
        String detail = problem.path("detail").asString("");
        return detail.isEmpty() ? problem.path("title").asString("HTTP status " + status) : detail;
    }
}
