package io.tillflow.launcher.cli;

import io.tillflow.launcher.remote.Studio;
import io.tillflow.launcher.suite.Endpoints;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What commands share that send files to a studio: the local one, unless another is named. */
final class StudioOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Mixin
    private CopyOptions copy = new CopyOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "BPMN, DMN and form files.")
    private List<Path> files = List.of();

    @Option(
            names = "--studio",
            paramLabel = "URL",
            defaultValue = "${env:TILLFLOW_STUDIO}",
            description = "Another studio than the local one (or TILLFLOW_STUDIO).")
    private @Nullable URI studio;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:TILLFLOW_TOKEN}",
            description = "The API token for that studio (better: TILLFLOW_TOKEN).")
    private @Nullable String token;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    boolean json() {
        return json;
    }

    /** The files, each of which can be read. */
    List<Path> files() {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                CommandSpec used = java.util.Objects.requireNonNull(command);
                throw new CommandLine.ParameterException(used.commandLine(), "There is no file " + file + " to read.");
            }
        }
        return files;
    }

    Studio studio() {
        if (studio != null && token != null) {
            return new Studio(studio, token);
        }
        Endpoints local = Copy.of(copy).reach();
        return new Studio(studio == null ? local.studio() : studio, token == null ? local.cliToken() : token);
    }
}
