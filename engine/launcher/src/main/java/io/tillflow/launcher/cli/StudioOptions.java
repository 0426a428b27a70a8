package io.tillflow.launcher.cli;

import io.tillflow.launcher.remote.Studio;
import java.nio.file.Path;
import java.util.List;
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

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "BPMN, DMN and form files.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    boolean json() {
        return json;
    }

    /** The files, each of which can be read. */
    List<Path> files() {
        return StudioAccess.readable(files, java.util.Objects.requireNonNull(command));
    }

    Studio studio() {
        return access.studio();
    }
}
