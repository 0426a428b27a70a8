package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program beside the app in an app's jar: it runs in a short-lived JVM that speaks with our own in- and output. */
record JarProgram(Path jar, String main) {

    /** From the jar at a path below the checkout. */
    static JarProgram of(String jar, String main) {
        Path built = CopyOptions.home().resolve(jar);
        if (!Files.exists(built)) {
            throw new Trouble(built + " is not built: run ./tillflow build.");
        }
        return new JarProgram(built, main);
    }

    int run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dloader.main=" + main,
                "-cp",
                jar.toString(),
                "org.springframework.boot.loader.launch.PropertiesLauncher"));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
