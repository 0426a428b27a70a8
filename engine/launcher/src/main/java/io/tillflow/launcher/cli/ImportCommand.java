package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.suite.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "import",
        description = {
            "Takes over a CSV file into the shop: its own columns or those of Shopify's exports.",
            "A thing that is there already is changed; so a run that broke off is simply run again.",
            "Exit code 0: everything was taken over. 1: some rows were not; the errors say which and why."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a file may hold. */
    enum Kind {
        PRODUCTS,
        CUSTOMERS,
        ORDERS
    }

    @Mixin
    private CopyOptions copy = new CopyOptions();

    @Parameters(index = "0", paramLabel = "KIND", description = "products, customers or orders.")
    private Kind kind = Kind.PRODUCTS;

    @Parameters(index = "1", paramLabel = "FILE", description = "CSV in UTF-8, at most 20 MB.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Say what would happen and change nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new Trouble("There is no file " + file + ".");
        }
        JsonNode report = send(Copy.of(copy).reach());
        if (report.has("problem")) {
            throw new Trouble(file + ": " + report.path("problem").asString());
        }
        ObjectNode document = document(report);
        if (json) {
            Documents.print(System.out, document);
        } else {
            print(document);
        }
        return document.path("failed").asInt() == 0 ? 0 : 1;
    }

    private JsonNode send(Endpoints endpoints) throws IOException, InterruptedException {
        String path = "/api/v1/admin/imports/" + kind.name().toLowerCase(java.util.Locale.ROOT) + "?dryRun=" + dryRun;
        HttpRequest request = HttpRequest.newBuilder(endpoints.shop().resolve(path))
                .timeout(Duration.ofMinutes(30))
                .header("Authorization", "Bearer " + endpoints.serviceToken())
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
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
                throw new Trouble(uri + " answered " + response.statusCode() + ": "
                        + JSON.readTree(said.isEmpty() ? "{}" : said)
                                .path("detail")
                                .asString(said));
            }
            return response.body();
        } catch (IOException away) {
            throw Trouble.notReachable("Expected " + uri + " to answer, but: " + away);
        }
    }

    private static ObjectNode document(JsonNode report) {
        ObjectNode document = JSON.createObjectNode();
        document.put("kind", report.path("kind").asString("").toLowerCase(java.util.Locale.ROOT));
        document.put("dry_run", report.path("dryRun").asBoolean());
        for (String count : new String[] {"rows", "created", "updated", "unchanged", "failed"}) {
            document.put(count, report.path(count).asInt());
        }
        document.set("errors", report.path("errors"));
        return document;
    }

    private static void print(ObjectNode document) {
        document.path("errors")
                .forEach(error -> System.out.println("row " + error.path("row").asInt() + ", "
                        + error.path("column").asString("") + ": "
                        + error.path("message").asString("")));
        System.out.printf(
                "%s%d rows: %d new, %d changed, %d as before, %d not taken over%n",
                document.path("dry_run").asBoolean() ? "Nothing was changed. " : "",
                document.path("rows").asInt(),
                document.path("created").asInt(),
                document.path("updated").asInt(),
                document.path("unchanged").asInt(),
                document.path("failed").asInt());
    }
}
