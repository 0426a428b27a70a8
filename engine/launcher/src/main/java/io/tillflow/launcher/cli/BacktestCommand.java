package io.tillflow.launcher.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "backtest",
        description = {
            "Replays real instances of the last days against a model and tells what would have gone differently.",
            "Exits with 1 when anything would."
        },
        mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {

    @Mixin
    private StudioAccess access = new StudioAccess();

    @Parameters(arity = "1", paramLabel = "MODEL", description = "A draft as a file, or the id of a saved model.")
    private String model = "";

    @Option(names = "--days", paramLabel = "N", defaultValue = "7", description = "How far to look back (default 7).")
    private int days;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "200",
            description = "At most so many instances, the newest (default 200).")
    private int limit;

    @Option(
            names = "--instance",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Only this one: an order's number or an instance's key, however long ago.")
    private String instance = "";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        String path = "/api/v1/backtests?days=" + days + "&limit=" + limit + "&instance="
                + URLEncoder.encode(instance, StandardCharsets.UTF_8);
        Path file = Path.of(model);
        JsonNode document = Files.isRegularFile(file)
                ? access.studio().accepted(path, List.of(file))
                : access.studio().accepted(path + "&model=" + URLEncoder.encode(model, StandardCharsets.UTF_8), "");
        ObjectNode answer = Documents.withLists(document, "different", "repaired");
        if (json) {
            Documents.print(System.out, answer);
        } else {
            answer.get("different")
                    .forEach(one -> System.out.println(one.path("instance").asString("") + " at "
                            + one.path("element").asString("") + ": was "
                            + one.path("was").asString("") + ", would be "
                            + one.path("would_be").asString("")));
            answer.get("repaired")
                    .forEach(one -> System.out.println(one.path("instance").asString("")
                            + " repaired by hand: not comparable ("
                            + String.join(
                                    ", ",
                                    one.path("acts")
                                            .valueStream()
                                            .map(JsonNode::asString)
                                            .toList())
                            + ")"));
            System.out.println(answer.path("replayed").asInt() + " replayed, "
                    + answer.path("same").asInt() + " the same, "
                    + answer.get("repaired").size()
                    + " not comparable, money " + answer.path("money_delta") + " "
                    + answer.path("currency").asString("") + " (minor units), median time to the end "
                    + answer.at("/durations/was_seconds").asLong() + " s, would be "
                    + answer.at("/durations/would_be_seconds").asLong() + " s of "
                    + answer.at("/durations/compared").asInt() + " that ended");
        }
        return answer.get("different").isEmpty() ? 0 : 1;
    }
}
