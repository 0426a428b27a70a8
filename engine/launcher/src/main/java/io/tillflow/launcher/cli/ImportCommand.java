package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "import",
        description = {
            "Takes over a CSV file into the shop: its own columns or those of Shopify's exports.",
            "A thing that is there already is changed; so a run that broke off is simply run again.",
            "Exit code 0: everything was taken over. 1: some rows, or the file as a whole, were not; the errors say which and why."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a file may hold. */
    enum Kind {
        PRODUCTS,
        CUSTOMERS,
        ORDERS,
        INVENTORY
    }

    @Mixin
    private CopyOptions copy = new CopyOptions();

    @Parameters(index = "0", paramLabel = "KIND", description = "products, customers, orders or inventory.")
    private Kind kind = Kind.PRODUCTS;

    @Parameters(index = "1", paramLabel = "FILE", description = "CSV in UTF-8, at most 20 MB.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Say what would happen and change nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        JsonNode report = report();
        ObjectNode document = document(report);
        if (json) {
            Documents.print(System.out, document);
        } else {
            print(document);
        }
        return document.path("failed").asInt() == 0 && !document.has("problem") ? 0 : 1;
    }

    private JsonNode report() throws IOException, InterruptedException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new Trouble("There is no file " + file + ".");
            }
            return new ShopImport(Copy.of(copy).reach())
                    .send(kind.name().toLowerCase(Locale.ROOT), dryRun, BodyPublishers.ofFile(file));
        } catch (Trouble refused) {
            if (!json || refused.exitCode() != 1) {
                throw refused;
            }
            return JSON.createObjectNode().put("problem", refused.sentence());
        }
    }

    /** Of a file that is refused as a whole no row was looked at; what is wrong with it stands among the errors as well. */
    private ObjectNode document(JsonNode report) {
        ObjectNode document = JSON.createObjectNode();
        document.put("kind", kind.name().toLowerCase(Locale.ROOT));
        document.put("dry_run", dryRun);
        if (report.has("problem")) {
            document.set("problem", report.path("problem"));
        }
        for (String count : new String[] {"rows", "created", "updated", "unchanged", "failed"}) {
            document.put(count, report.path(count).asInt());
        }
        ArrayNode errors = document.putArray("errors");
        report.path("errors").forEach(errors::add);
        if (report.has("problem")) {
            errors.addObject().put("row", 1).put("column", "").set("message", report.path("problem"));
        }
        return document;
    }

    private void print(ObjectNode document) {
        if (document.has("problem")) {
            throw new Trouble(file + ": " + document.path("problem").asString(""));
        }
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
