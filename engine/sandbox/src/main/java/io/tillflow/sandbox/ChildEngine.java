package io.tillflow.sandbox;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The engine in its child JVM; commands go through its standard input, which also ends it when this JVM is gone. */
final class ChildEngine implements SandboxEngine {
    private static final String MAIN = "io.tillflow.sandbox.child.EngineMain";
    private static final int LAST_WORDS = 20;

    private final Process child;
    private final BufferedWriter commands;
    private final BufferedReader answers;
    private final Path log;
    private final URI gateway;

    private ChildEngine(Process child, Path log) {
        this.child = child;
        this.log = log;
        this.commands = child.outputWriter(StandardCharsets.UTF_8);
        this.answers = child.inputReader(StandardCharsets.UTF_8);
        this.gateway = URI.create(answer().getFirst());
    }

    static ChildEngine start() {
        ChildClassPath classPath = ChildClassPath.unpacked();
        try {
            Path log = Files.createTempFile(classPath.folder(), "engine", ".log");
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xshare:auto",
                            "-Xmx384m",
                            "--enable-native-access=ALL-UNNAMED",
                            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                            "-cp",
                            classPath.value(),
                            MAIN,
                            classPath.folder().toString())
                    .redirectError(log.toFile())
                    .start();
            return new ChildEngine(child, log);
        } catch (IOException e) {
            throw new SandboxFailed("cannot start a JVM for the sandbox engine", e);
        }
    }

    @Override
    public URI gatewayAddress() {
        return gateway;
    }

    @Override
    public void increaseTime(Duration by) {
        ask("increase-time " + by.toMillis());
    }

    @Override
    public Instant holdClock() {
        return Instant.ofEpochMilli(Long.parseLong(ask("hold-clock 0").getFirst()));
    }

    @Override
    public void completeUserTask(long key, String variables) {
        ask("complete-user-task " + key + " " + variables);
    }

    @Override
    public void awaitIdle(Duration limit) {
        ask("await-idle " + limit.toMillis());
    }

    @Override
    public List<SandboxRecord> records(long afterPosition) {
        return ask("records " + afterPosition).stream()
                .map(SandboxRecord::parse)
                .toList();
    }

    @Override
    public synchronized void close() {
        try (commands) {
            commands.write("close");
            commands.newLine();
            commands.flush();
            if (!child.waitFor(5, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
        } catch (IOException ignored) {
            child.destroyForcibly();
        } catch (InterruptedException e) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<String> ask(String command) {
        try {
            commands.write(command);
            commands.newLine();
            commands.flush();
        } catch (IOException e) {
            throw new SandboxFailed("the sandbox engine is gone" + lastWords(), e);
        }
        return answer();
    }

    /** Lines up to "ok", or a line "failed: why". */
    private List<String> answer() {
        List<String> lines = new ArrayList<>();
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.equals("ok")) {
                    return lines;
                }
                if (line.startsWith("failed: ")) {
                    throw new SandboxFailed("the sandbox engine " + line);
                }
                lines.add(line);
            }
        } catch (IOException e) {
            throw new SandboxFailed("the sandbox engine is gone" + lastWords(), e);
        }
        throw new SandboxFailed("the sandbox engine ended unexpectedly" + lastWords());
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return ": " + String.join(" | ", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
        } catch (IOException | UncheckedIOException ignored) {
            return "";
        }
    }
}
