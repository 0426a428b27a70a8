package io.tillflow.launcher.settings;

import io.tillflow.launcher.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings one start uses: the command line wins over the environment, that over {@code tillflow.yml}, that over the
 * defaults.
 */
public final class Settings {

    private final Path home;
    private final Map<Setting, String> values;
    private final Map<String, String> others;

    private Settings(Path home, Map<Setting, String> values, Map<String, String> others) {
        this.home = home;
        this.values = values;
        this.others = others;
    }

    /** @param commandLine what was given as options, which wins over everything else */
    public static Settings load(Path home, Map<String, String> environment, Map<Setting, String> commandLine) {
        Path file = home.resolve(environment.getOrDefault("TILLFLOW_CONFIG", "tillflow.yml"));
        Map<Setting, String> values = new EnumMap<>(SettingsFile.read(file));
        for (Setting setting : Setting.values()) {
            Optional.ofNullable(environment.get(setting.variable()))
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> values.put(setting, value));
        }
        values.putAll(commandLine);
        return new Settings(home, values, others(environment)).check();
    }

    private static Map<String, String> others(Map<String, String> environment) {
        Map<String, String> others = new TreeMap<>(environment);
        others.keySet().removeIf(name -> !name.startsWith("TILLFLOW_"));
        for (Setting setting : Setting.values()) {
            others.remove(setting.variable());
        }
        return Map.copyOf(others);
    }

    private Settings check() {
        ports();
        startLimit();
        if (externalDatabase() && !text(Setting.DATABASE_URL).startsWith("jdbc:postgresql:")) {
            throw new Trouble("database.url must start with jdbc:postgresql:, but is \"" + text(Setting.DATABASE_URL)
                    + "\": correct it in tillflow.yml or TILLFLOW_DATABASE_URL.");
        }
        for (Setting memory : Setting.values()) {
            if (memory.key().startsWith("memory.") || memory == Setting.DISK_MINIMUM) {
                size(memory);
            }
        }
        return this;
    }

    public String text(Setting setting) {
        return values.getOrDefault(setting, setting.fallback());
    }

    public Optional<String> given(Setting setting) {
        return Optional.of(text(setting)).filter(value -> !value.isBlank());
    }

    /** What the environment says to the apps beyond these settings, such as which providers there are and where. */
    public Map<String, String> others() {
        return others;
    }

    public Path home() {
        return home;
    }

    public Folders folders() {
        Path data = home.resolve(text(Setting.DATA)).toAbsolutePath().normalize();
        Path logs = given(Setting.LOGS).map(home::resolve).orElse(data.resolve("logs"));
        Path archive = given(Setting.ARCHIVE).map(home::resolve).orElse(data.resolve("archive"));
        return new Folders(data, logs, archive);
    }

    public Ports ports() {
        return new Ports(whole(Setting.PORT_BASE));
    }

    public Duration startLimit() {
        return Duration.ofSeconds(whole(Setting.START_LIMIT_SECONDS));
    }

    public boolean externalDatabase() {
        return given(Setting.DATABASE_URL).isPresent();
    }

    public boolean externalZeebe() {
        return given(Setting.GATEWAY).isPresent();
    }

    /** A size such as {@code 512m} in bytes. */
    public long size(Setting setting) {
        String text = text(setting).trim().toLowerCase(java.util.Locale.ROOT);
        if (!text.matches("[1-9][0-9]{0,9}[kmg]")) {
            throw new Trouble(setting.key() + " must be a size such as 512m or 2g, but is \"" + text
                    + "\": correct it in tillflow.yml or " + setting.variable() + ".");
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'k' -> number << 10;
            case 'm' -> number << 20;
            default -> number << 30;
        };
    }

    private int whole(Setting setting) {
        try {
            return Integer.parseInt(text(setting).trim());
        } catch (NumberFormatException e) {
            throw new Trouble(
                    setting.key() + " must be a whole number, but is \"" + text(setting)
                            + "\": correct it in tillflow.yml or " + setting.variable() + ".",
                    e);
        }
    }
}
