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

/** Which studio a command speaks to: the local one, unless another is named. */
final class StudioAccess {

    @Mixin
    private CopyOptions copy = new CopyOptions();

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

    Studio studio() {
        if (studio != null && token != null) {
            return new Studio(studio, token);
        }
        Endpoints local = Copy.of(copy).reach();
        return new Studio(studio == null ? local.studio() : studio, token == null ? local.cliToken() : token);
    }

    /** The files, each of which can be read. */
    static List<Path> readable(List<Path> files, CommandSpec command) {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new CommandLine.ParameterException(
                        command.commandLine(), "There is no file " + file + " to read.");
            }
        }
        return files;
    }
}
