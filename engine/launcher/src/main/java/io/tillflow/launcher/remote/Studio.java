package io.tillflow.launcher.remote;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
    private static final Duration ANSWER = Duration.ofMinutes(30);
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

    /** Deploys models; with {@code dryRun} the studio only says what it would find, with {@code anyway} red scenarios are no hindrance. */
    public Answer deploy(List<Path> files, boolean dryRun, boolean anyway) {
        return post("/api/v1/deployments" + (dryRun ? "?dryRun=true" : anyway ? "?anyway=true" : ""), files);
    }

    /** Asks for the findings of the linter. */
    public Answer lint(List<Path> files) {
        return post("/api/v1/lint", files);
    }

    /** The same for calls that have no findings: what is refused is trouble. */
    public JsonNode accepted(String path, List<Path> files) {
        Answer answer = post(path, files);
        if (!answer.accepted()) {
            throw new Trouble(detail(answer.document(), UNPROCESSABLE));
        }
        return answer.document();
    }

    /** The same with a text as the body. */
    public JsonNode accepted(String path, String body) {
        Answer answer = send(request(path)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (!answer.accepted()) {
            throw new Trouble(detail(answer.document(), UNPROCESSABLE));
        }
        return answer.document();
    }

    /** Sends bytes of a kind. */
    public JsonNode upload(String path, byte[] content, String type) {
        Answer answer =
                send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(content)));
        if (!answer.accepted()) {
            throw new Trouble(detail(answer.document(), UNPROCESSABLE));
        }
        return answer.document();
    }

    /** Puts something in its place; the answer is what stands there now. */
    public JsonNode put(String path, JsonNode content) {
        Answer answer = send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(content))));
        if (!answer.accepted()) {
            throw new Trouble(detail(answer.document(), UNPROCESSABLE));
        }
        return answer.document();
    }

    /** Does something that is named by a path of its own; {@code key} makes a repetition harmless. */
    public JsonNode act(String path, String key) {
        return send(request(path).header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.noBody()))
                .document();
    }

    public JsonNode postJson(String path, JsonNode content) {
        return send(request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(content))))
                .document();
    }

    public void delete(String path) {
        send(request(path).DELETE());
    }

    /** Reads something. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** A file as it is stored. */
    public byte[] download(String path) {
        HttpResponse<byte[]> response = exchange(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() >= 300) {
            Answer answer = read(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
            throw new Trouble(detail(answer.document(), response.statusCode()));
        }
        return response.body();
    }

    /** Sends files, in this order, to a call that may take as long as it needs. */
    public Answer post(String path, List<Path> files) {
        Multipart form = Multipart.of(files);
        return send(request(path)
                .header("Content-Type", form.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.body())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json, */*;q=0.5");
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request.build(), HttpResponse.BodyHandlers.ofString());
        return read(response.statusCode(), response.body());
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw Trouble.notReachable("The studio at " + address + " does not answer ("
                    + e.getClass().getSimpleName() + "): start it with ./tillflow up, or name another with --studio.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Trouble.notReachable("Interrupted while waiting for the studio at " + address + ".");
        }
    }

    /** Findings come as 200 or 422 alike; anything else is trouble of ours. */
    private Answer read(int status, String body) {
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            throw new Trouble("The studio at " + address + " refuses the token: use one of a user who may deploy"
                    + " (TILLFLOW_TOKEN or --token).");
        }
        JsonNode document = parse(body);
        if (status == UNAVAILABLE) {
            throw Trouble.notReachable("The studio cannot do that now: " + detail(document, status) + ".");
        }
        if (status >= 300 && status != UNPROCESSABLE && !document.has("problems")) {
            throw new Trouble("The studio refused: " + detail(document, status).replaceFirst("\\.$", "") + ".");
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
