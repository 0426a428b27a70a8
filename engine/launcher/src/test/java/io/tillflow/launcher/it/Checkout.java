package io.tillflow.launcher.it;

import io.tillflow.testkit.FreePorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A checkout as the launcher sees it: the real distributions, stand-ins for the apps, ports of its own. */
record Checkout(Path home, int base) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Duration LIMIT = Duration.ofMinutes(8);

    /** What a command printed and how it ended. */
    record Outcome(int exit, String out) {}

    static Checkout in(Path home) throws IOException {
        Files.createDirectories(home.resolve("engine/launcher/target"));
        Files.createSymbolicLink(home.resolve("engine/launcher/target/dist"), TARGET.resolve("dist"));
        for (String jar : List.of(
                "storefront/target/storefront.jar",
                "connectors/app/target/connectors.jar",
                "designer-ui/target/studio.jar")) {
            StandInApp.pack(home.resolve(jar));
        }
        return new Checkout(home, FreePorts.first(10));
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-Dtillflow.home=" + home,
                "-jar",
                TARGET.resolve("launcher.jar").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("TILLFLOW_"));
        builder.environment().put("TILLFLOW_PORT_BASE", "" + base);
        builder.environment().put("TILLFLOW_START_LIMIT_SECONDS", "400"); // the machine may be busy with other tests
        builder.redirectError(home.resolve("stderr.txt").toFile());
        builder.redirectOutput(home.resolve("stdout.txt").toFile());
        Process process = builder.start();
        process.getOutputStream().close(); // nobody sits at the keyboard
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", arguments) + " did not end within " + LIMIT);
        }
        return new Outcome(
                process.exitValue(),
                Files.readString(home.resolve("stdout.txt"), StandardCharsets.UTF_8)
                        + Files.readString(home.resolve("stderr.txt"), StandardCharsets.UTF_8));
    }

    JsonNode status() throws IOException, InterruptedException {
        return JSON.readTree(run("status", "--json").out());
    }

    JsonNode process(String name) throws IOException, InterruptedException {
        return processes().stream()
                .filter(process -> process.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    long pid(String name) throws IOException, InterruptedException {
        return process(name).get("pid").asLong();
    }

    List<JsonNode> processes() throws IOException, InterruptedException {
        return StreamSupport.stream(status().get("processes").spliterator(), false)
                .toList();
    }
}
