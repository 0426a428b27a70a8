package io.tillflow.launcher.supervisor;

import io.tillflow.launcher.settings.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps {@link RunState} on disk; a reader sees the old or the new state, never half of one. */
public final class RunFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    public RunFile(Folders folders) {
        this.file = folders.run().resolve("state.json");
    }

    /** @param portBase what to assume when the suite was never started here */
    public RunState read(int portBase) {
        try {
            return Files.exists(file)
                    ? JSON.readValue(Files.readString(file), RunState.class)
                    : RunState.stopped(portBase);
        } catch (JacksonException e) {
            return RunState.stopped(portBase); // written by another version: nothing in it can be trusted
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void write(RunState state) {
        Path draft = file.resolveSibling("state.json.new");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
