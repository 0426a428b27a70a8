package io.tillflow.launcher.models;

import io.tillflow.launcher.Trouble;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the models' own command line in a JVM with bounded memory, with this one's input and output. */
public final class ModelsJvm {
    private ModelsJvm() {}

    /** Returns its exit code. */
    public static int run(List<String> words) throws IOException, InterruptedException {
        Process models = new ProcessBuilder(command(List.of("-Xmx2g"), words))
                .inheritIO()
                .start();
        endWithUs(models);
        return models.waitFor();
    }

    /** What it printed; its troubles are seen by people as they come. Another exit code than 0 is trouble. */
    public static String answer(List<String> limits, List<String> words) throws IOException, InterruptedException {
        Process models = new ProcessBuilder(command(limits, words))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        endWithUs(models);
        String said = new String(models.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = models.waitFor();
        if (exit != 0) {
            throw new Trouble("The models ended with exit code " + exit + " on " + String.join(" ", words) + ".");
        }
        return said;
    }

    private static List<String> command(List<String> limits, List<String> words) {
        Path target = home().resolve("decisions/models/target");
        Path jar = target.resolve("models.jar");
        if (!Files.exists(jar)) {
            throw new Trouble(jar + " is not built: run ./tillflow build.");
        }
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(limits);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jar + File.pathSeparator + target.resolve("lib") + File.separator + "*",
                "io.tillflow.models.cli.Main"));
        command.addAll(words);
        return command;
    }

    private static void endWithUs(Process models) {
        Runtime.getRuntime().addShutdownHook(new Thread(models::destroy));
    }

    private static Path home() {
        return Path.of(System.getProperty("tillflow.home", "."))
                .toAbsolutePath()
                .normalize();
    }
}
