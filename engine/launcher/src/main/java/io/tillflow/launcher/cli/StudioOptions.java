package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.remote.Studio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What commands share that send files to a studio. */
final class StudioOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Mixin
    private StudioAccess access = new StudioAccess();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "BPMN, DMN and form files, or folders of them.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    boolean json() {
        return json;
    }

    /** The files, each of which can be read; a folder stands for all models in it and below. */
    List<Path> files() {
        List<Path> all = files.stream()
                .flatMap(it -> Files.isDirectory(it) ? models(it) : Stream.of(it))
                .toList();
        return StudioAccess.readable(all, Objects.requireNonNull(command));
    }

    private static Stream<Path> models(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found
                    .filter(it -> it.toString().matches(".*\\.(bpmn|dmn|form)") && Files.isRegularFile(it))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new Trouble("The folder " + folder + " cannot be read: " + e.getMessage());
        }
    }

    /** Whether a whole folder was named. */
    boolean many() {
        return files.stream().anyMatch(Files::isDirectory);
    }

    Studio studio() {
        return access.studio();
    }
}
