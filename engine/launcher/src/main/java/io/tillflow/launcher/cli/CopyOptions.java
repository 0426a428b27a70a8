package io.tillflow.launcher.cli;

import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.settings.Settings;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Says which copy of the suite a command means. */
public final class CopyOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder (default: TILLFLOW_DATA, tillflow.yml, ./data).")
    private @Nullable Path data;

    /** The settings, with what other options ask for on top. */
    public Settings settings(Map<Setting, String> options) {
        Map<Setting, String> commandLine = new EnumMap<>(Setting.class);
        commandLine.putAll(options);
        if (data != null) {
            commandLine.put(Setting.DATA, data.toAbsolutePath().toString());
        }
        return Settings.load(home(), System.getenv(), commandLine);
    }

    /** The folder of the checkout, which the shell script passes. */
    static Path home() {
        return Path.of(Optional.ofNullable(System.getProperty("tillflow.home")).orElse("."))
                .toAbsolutePath()
                .normalize();
    }
}
