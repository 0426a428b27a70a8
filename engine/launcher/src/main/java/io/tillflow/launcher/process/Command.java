package io.tillflow.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A program with its arguments, environment and working folder. */
public record Command(List<String> arguments, Map<String, String> environment, Path folder) {

    /**
     * Linux shares the processor out among sessions first and looks at niceness within a session only, so a session has a
     * niceness of its own; it may be set a few times a second.
     */
    private static final String STEP_BACK = """
            for try in 1 2 3; do
              [ -w /proc/self/autogroup ] || break
              { echo "$0" > /proc/self/autogroup; } 2>/dev/null && break
              sleep 0.2
            done
            exec nice -n "$0" "$@"
            """;

    private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "USER");

    public Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /**
     * Starts it in a session of its own, so that Ctrl-C in the terminal reaches the launcher alone and children are stopped
     * in order; its output goes to the log file, which outlives the launcher.
     */
    public Process start(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        List<String> detached = new ArrayList<>(ownSession());
        detached.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(detached)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The same with less of a busy processor: each step of niceness is a fifth less than those one step before it get. */
    public Command behindOthers(int niceness) {
        List<String> polite = new ArrayList<>(List.of("sh", "-c", STEP_BACK, Integer.toString(niceness)));
        polite.addAll(arguments);
        return new Command(polite, environment, folder);
    }

    /** Tells whether a process found running was started from these very settings. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.join("\0", arguments).getBytes(StandardCharsets.UTF_8));
            digest.update(new TreeMap<>(environment).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** {@code setsid} becomes the program, so the process id stays; macOS has none, but ships Perl. */
    public static List<String> ownSession() {
        return Tool.find("setsid")
                .map(path -> List.of(path.toString()))
                .orElseGet(() -> List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV"));
    }
}
