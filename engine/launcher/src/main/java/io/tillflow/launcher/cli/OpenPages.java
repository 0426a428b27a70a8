package io.tillflow.launcher.cli;

import io.tillflow.launcher.cli.Diagnosis.Check;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shop's pages, in every language, that still say what must be filled in: nothing is broken, but a shop may not open like this. */
final class OpenPages {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OpenPages() {}

    static Check of(URI shop) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(shop.resolve("/api/v1/pages?languages=all"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return of(JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body()));
        } catch (IOException | JacksonException e) {
            return Check.wrong("pages", "the shop does not tell its pages", "look into ./tillflow logs storefront");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Check.wrong("pages", "interrupted", "ask again");
        }
    }

    static Check of(JsonNode pages) {
        if (!pages.isArray()) {
            return Check.wrong("pages", "the shop does not tell its pages", "look into ./tillflow logs storefront");
        }
        List<String> open = pages.valueStream()
                .filter(page -> !page.path("open").isEmpty())
                .map(page -> page.path("page").asString("") + " ("
                        + page.path("language").asString("") + ")")
                .toList();
        return open.isEmpty()
                ? Check.fine("pages", "nothing is left to fill in")
                : Check.unready(
                        "pages",
                        "still to fill in: " + String.join(", ", open),
                        "before real shoppers come, write them in the studio under Shop, Pages");
    }
}
