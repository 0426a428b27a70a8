package io.tillflow.launcher.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "print",
        description = "Writes a saved model as a picture, or as a page that tells everything about it.",
        mixinStandardHelpOptions = true)
final class PrintCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a model can become. */
    enum Format {
        SVG,
        PNG,
        PDF,
        HTML
    }

    @Mixin
    private StudioAccess access = new StudioAccess();

    @Parameters(paramLabel = "MODEL", description = "The model's id.")
    private String model = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "svg, png or pdf, a process's picture; html, a page with all elements, tables and forms.")
    private Format format = Format.SVG;

    @Option(names = "--model-version", paramLabel = "N", description = "Another version than the newest.")
    private @Nullable Integer version;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it; MODEL.FORMAT here when left out.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws IOException {
        String extension = format.name().toLowerCase(Locale.ROOT);
        Path target = out == null ? Path.of(model.replaceAll("[^A-Za-z0-9_.-]", "-") + "." + extension) : out;
        if (Files.isDirectory(target)) {
            throw new CommandLine.ParameterException(
                    Objects.requireNonNull(command).commandLine(), target + " is a folder; name a file with --out.");
        }
        byte[] content = access.studio()
                .download("/api/v1/models/"
                        + URLEncoder.encode(model, StandardCharsets.UTF_8).replace("+", "%20") + "/export?format="
                        + extension + (version == null ? "" : "&version=" + version));
        Files.write(target, content);
        if (json) {
            Documents.print(
                    System.out,
                    JSON.valueToTree(Map.of(
                            "model", model, "format", extension, "file", target.toString(), "bytes", content.length)));
        } else {
            System.out.printf("%s (%,d bytes)%n", target, content.length);
        }
        return 0;
    }
}
