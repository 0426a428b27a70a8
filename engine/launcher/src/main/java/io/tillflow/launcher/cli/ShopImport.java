package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.suite.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends rows to the shop's import and follows how far they come. */
public record ShopImport(Endpoints endpoints) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Answers the shop's report.
     *
     * @param kind products, customers or orders
     */
    public JsonNode send(String kind, boolean dryRun, BodyPublisher csv) throws InterruptedException {
        String path = "/api/v1/admin/imports/" + kind + "?dryRun=" + dryRun;
        HttpRequest request = HttpRequest.newBuilder(endpoints.shop().resolve(path))
                .timeout(Duration.ofMinutes(30))
                .header("Authorization", "Bearer " + endpoints.serviceToken())
                .header("Content-Type", "text/csv")
                .POST(csv)
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
                Stream<String> lines = answer(client, request)) {
            JsonNode last = JSON.createObjectNode();
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                last = JSON.readTree(each.next());
                if (last.has("done")) {
                    System.err.println(
                            last.path("done").asInt() + " of " + last.path("of").asInt());
                }
            }
            if (!last.has("failed") && !last.has("problem")) {
                throw Trouble.notReachable("The shop stopped answering before the end: run the same import again.");
            }
            return last;
        }
    }

    private static Stream<String> answer(HttpClient client, HttpRequest request) throws InterruptedException {
        URI uri = request.uri();
        try {
            HttpResponse<Stream<String>> response = client.send(request, HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                String said = String.join(" ", response.body().limit(20).toList());
                throw new Trouble(uri + " answered " + response.statusCode() + ": " + detail(said));
            }
            return response.body();
        } catch (IOException away) {
            throw Trouble.notReachable("Expected " + uri + " to answer, but: " + away);
        }
    }

    private static String detail(String said) {
        return said.startsWith("{") ? JSON.readTree(said).path("detail").asString(said) : "no reason was given";
    }
}
