package io.tillflow.launcher.suite;

import io.tillflow.launcher.process.ProcessIdentity;
import io.tillflow.launcher.process.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A database server that a killed launcher left alive on this folder. */
record StalePostmaster(Path folder) {

    void stop(Stop stop) throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().trim());
        if (servesThisFolder(pid)) {
            ProcessIdentity.of(pid).ifPresent(stop::apply);
        }
    }

    /** The id may belong to another program by now: its arguments must name this folder. */
    private boolean servesThisFolder(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().arguments())
                .filter(arguments -> Arrays.asList(arguments).contains(folder.toString()))
                .isPresent();
    }
}
