package io.tillflow.launcher.cli;

import io.tillflow.launcher.cli.Diagnosis.Check;
import io.tillflow.launcher.suite.Endpoints;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Whether the stores beside our own shop answer: the connectors ask each. */
final class ConnectedStores {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A store has less time to answer the connectors. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private ConnectedStores() {}

    /** None where no store is set up. */
    static List<Check> of(Endpoints endpoints) {
        return of(told(endpoints, "/api/v1/shops"));
    }

    /** What the connectors say; missing when they do not. */
    static JsonNode told(Endpoints endpoints, String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(endpoints.connectors().resolve(path))
                    .header("Authorization", "Bearer " + endpoints.serviceToken())
                    .timeout(PATIENCE)
                    .build();
            return JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException | JacksonException e) {
            return MissingNode.getInstance();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return MissingNode.getInstance();
        }
    }

    static List<Check> of(JsonNode answer) {
        return answer.path("items").isArray()
                ? answer.path("items").valueStream().map(ConnectedStores::check).toList()
                : List.of(untold());
    }

    private static Check check(JsonNode store) {
        String name = store.path("shop").asString("store");
        String address = store.path("address").asString("");
        String problem = store.path("problem").asString("");
        if (problem.isEmpty()) {
            return Check.fine(
                    name, address + " answers as " + store.path("title").asString(""));
        }
        return Check.wrong(
                name,
                address.isEmpty() ? problem : address + ": " + problem,
                "mend that; which settings, secret and permissions it needs is in connectors/commerce/README.md");
    }

    private static Check untold() {
        return Check.wrong(
                "stores",
                "the connectors do not tell the stores beside our shop",
                "look into ./tillflow logs connectors");
    }
}
