package io.tillflow.launcher.settings;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code tillflow.yml}; an unknown key stops the start instead of being ignored. */
final class SettingsFile {

    private static final Map<String, Setting> BY_KEY =
            Arrays.stream(Setting.values()).collect(Collectors.toMap(Setting::key, Function.identity()));

    private SettingsFile() {}

    static Map<Setting, String> read(Path file) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        if (!Files.exists(file)) {
            return values;
        }
        collect(file, "", parse(file), values);
        return values;
    }

    private static @Nullable Object parse(Path file) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        } catch (YAMLException e) {
            throw new Trouble(file + " is not valid YAML (" + firstLine(e) + "): put the line right.", e);
        } catch (IOException e) {
            throw new Trouble("Cannot read " + file + " (" + e.getMessage() + "): check its permissions.", e);
        }
    }

    private static String firstLine(YAMLException e) {
        return String.join(
                " ",
                String.valueOf(e.getMessage())
                        .lines()
                        .limit(2)
                        .map(String::strip)
                        .toList());
    }

    private static void collect(Path file, String prefix, @Nullable Object node, Map<Setting, String> values) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) ->
                    collect(file, prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key, value, values));
            return;
        }
        if (node == null) {
            return;
        }
        Setting setting = BY_KEY.get(prefix);
        if (setting == null) {
            throw new Trouble(file + " sets \"" + prefix + "\", which is no setting: remove it or correct its name ("
                    + Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.joining(", ")) + ").");
        }
        values.put(setting, String.valueOf(node));
    }
}
