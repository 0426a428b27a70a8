package io.tillflow.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process id together with the moment it started: ids are reused, the pair is not. Nothing is signalled before this pair
 * was checked.
 */
public record ProcessIdentity(long pid, long started) {

    private static final int START_TIME_FIELD = 19; // of /proc/<pid>/stat, counted after the command's closing bracket
    private static final Path PROC = Path.of("/proc");

    /** The identity of a process that runs now. */
    public static Optional<ProcessIdentity> of(long pid) {
        return started(pid).map(start -> new ProcessIdentity(pid, start));
    }

    public boolean isAlive() {
        return started(pid).filter(start -> start == started).isPresent();
    }

    /** The process, if it is still the one this identity was taken from. */
    public Optional<ProcessHandle> handle() {
        return isAlive() ? ProcessHandle.of(pid) : Optional.empty();
    }

    private static Optional<Long> started(long pid) {
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .flatMap(handle -> handle.info().startInstant())
                    .map(Instant::toEpochMilli);
        }
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            boolean gone = fields[0].equals("Z") || fields[0].equals("X");
            return gone ? Optional.empty() : Optional.of(Long.parseLong(fields[START_TIME_FIELD]));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
