package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.suite.Endpoints;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "export",
        description = {
            "Writes all products, customers or orders of the shop as CSV, in the columns of Shopify's exports and a few of its own;",
            "./tillflow import reads them."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private CopyOptions copy = new CopyOptions();

    @Parameters(index = "0", paramLabel = "KIND", description = "products, customers or orders.")
    private ImportCommand.Kind kind = ImportCommand.Kind.PRODUCTS;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it; to the terminal otherwise.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON document about the file; needs --out.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (json && out == null) {
            throw new Trouble("--json tells about the file, so it needs --out FILE.");
        }
        String name = kind.name().toLowerCase(Locale.ROOT);
        Path part = Files.createTempFile("tillflow-" + name, ".csv");
        try {
            fetch(name, part);
            if (out == null) {
                Files.copy(part, System.out);
                System.out.flush();
            } else {
                long bytes = Files.size(part);
                Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
                tell(name, out, bytes);
            }
        } finally {
            Files.deleteIfExists(part);
        }
        return 0;
    }

    /** Whole or not at all: a file that broke off must not pass for all there is. */
    private void fetch(String name, Path part) throws InterruptedException {
        Endpoints endpoints = Copy.of(copy).reach();
        URI uri = endpoints.shop().resolve("/api/v1/admin/exports/" + name);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofMinutes(10))
                .header("Authorization", "Bearer " + endpoints.serviceToken())
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    String said = new String(body.readNBytes(2_000), StandardCharsets.UTF_8);
                    throw new Trouble(uri + " answered " + answer.statusCode() + ": " + said);
                }
                Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException away) {
            throw Trouble.notReachable("Expected " + uri + " to answer to its end, but: " + away);
        }
    }

    private void tell(String name, Path file, long bytes) {
        if (json) {
            ObjectNode document = JSON.createObjectNode();
            document.put("kind", name);
            document.put("file", file.toString());
            document.put("bytes", bytes);
            Documents.print(System.out, document);
        } else {
            System.out.println(file + ": " + bytes + " bytes");
        }
    }
}
