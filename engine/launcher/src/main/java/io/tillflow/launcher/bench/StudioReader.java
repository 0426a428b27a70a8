package io.tillflow.launcher.bench;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the studio's REST API as an outsider does. */
final class StudioReader implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SUCCESS = 2;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private final String token;

    StudioReader(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    JsonNode read(String path) {
        return JSON.readTree(body(path));
    }

    /** Nanoseconds from the question to the last byte of the answer. */
    long time(String path) {
        long asked = System.nanoTime();
        body(path);
        return System.nanoTime() - asked;
    }

    JsonNode post(String path, String json) {
        return JSON.readTree(send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build()));
    }

    /** The next version after the one that is known. */
    JsonNode put(String path, String known, String xml) {
        return JSON.readTree(send(request(path)
                .header("Content-Type", "application/xml")
                .header("If-Match", known)
                .PUT(HttpRequest.BodyPublishers.ofString(xml))
                .build()));
    }

    void delete(String path) {
        send(request(path).DELETE().build());
    }

    private String body(String path) {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve("/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofMinutes(2));
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != SUCCESS) {
                throw new Trouble("The studio answered " + answer.statusCode() + " to " + request.method() + " "
                        + request.uri() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw Trouble.notReachable(
                    "The studio at " + address + " does not answer (" + e + "): see tillflow status.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Trouble.notReachable("Interrupted while waiting for the studio.");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
