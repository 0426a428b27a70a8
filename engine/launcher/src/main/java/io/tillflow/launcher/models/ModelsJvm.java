package io.tillflow.launcher.models;

import io.tillflow.launcher.Trouble;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the models' own command line in a JVM with bounded memory, with this one's input and output. */
public final class ModelsJvm {
    private ModelsJvm() {}

    /** Returns its exit code. */
    public static int run(List<String> words) throws IOException, InterruptedException {
        Path target = home().resolve("decisions/models/target");
        Path jar = target.resolve("models.jar");
        if (!Files.exists(jar)) {
            throw new Trouble(jar + " is not built: run ./tillflow build.");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jar + File.pathSeparator + target.resolve("lib") + File.separator + "*",
                "io.tillflow.models.cli.Main"));
        command.addAll(words);
        Process models = new ProcessBuilder(command).inheritIO().start();
        Thread stop = new Thread(models::destroy);
        Runtime.getRuntime().addShutdownHook(stop);
        return models.waitFor();
    }

    private static Path home() {
        return Path.of(System.getProperty("tillflow.home", "."))
                .toAbsolutePath()
                .normalize();
    }
}
