package io.tillflow.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final Path DOCUMENTED = Path.of("../../tillflow.yml");

    @TempDir
    private Path home;

    @Test
    void worksWithoutAFile() {
        Settings settings = load(Map.of(), Map.of());

        assertThat(settings.ports().base()).isEqualTo(8080);
        assertThat(settings.folders().data()).isEqualTo(home.resolve("data"));
        assertThat(settings.folders().archive()).isEqualTo(home.resolve("data/archive"));
        assertThat(settings.externalDatabase()).isFalse();
        assertThat(settings.externalZeebe()).isFalse();
    }

    @Test
    void prefersTheCommandLineToTheEnvironmentAndThatToTheFile() throws IOException {
        write("ports:\n  base: 9000\nmemory:\n  broker: 300m\n  studio: 400m\n");
        Map<String, String> environment = Map.of("TILLFLOW_PORT_BASE", "9100", "TILLFLOW_MEMORY_BROKER", "1g");

        Settings settings = load(environment, Map.of(Setting.PORT_BASE, "9200"));

        assertThat(settings.ports().base()).isEqualTo(9200);
        assertThat(settings.size(Setting.MEMORY_BROKER)).isEqualTo(1L << 30);
        assertThat(settings.size(Setting.MEMORY_STUDIO)).isEqualTo(400L << 20);
    }

    @Test
    void readsNestedNames() throws IOException {
        write("zeebe:\n  gateway: https://zeebe.example\n  oauth:\n    client-id: shop\n");

        Settings settings = load(Map.of(), Map.of());

        assertThat(settings.externalZeebe()).isTrue();
        assertThat(settings.given(Setting.OAUTH_CLIENT_ID)).contains("shop");
        assertThat(settings.given(Setting.OAUTH_AUDIENCE)).isEmpty();
    }

    @Test
    void refusesAnUnknownName() throws IOException {
        write("port:\n  base: 9000\n");

        assertThatThrownBy(() -> load(Map.of(), Map.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("\"port.base\", which is no setting")
                .hasMessageContaining("ports.base");
    }

    @Test
    void refusesBrokenYaml() throws IOException {
        write("ports: [\n");

        assertThatThrownBy(() -> load(Map.of(), Map.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("not valid YAML");
    }

    @Test
    void refusesValuesThatAreNone() {
        assertRefused("TILLFLOW_PORT_BASE", "eighty", "ports.base must be a whole number, but is \"eighty\"");
        assertRefused("TILLFLOW_PORT_BASE", "65530", "must lie between");
        assertRefused("TILLFLOW_MEMORY_BROKER", "much", "memory.broker must be a size");
        assertRefused("TILLFLOW_DATABASE_URL", "postgres://db", "must start with jdbc:postgresql:");
    }

    private void assertRefused(String variable, String value, String sentence) {
        assertThatThrownBy(() -> load(Map.of(variable, value), Map.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void documentsEverySettingWithItsVariableAndDefault() throws IOException {
        String text = Files.readString(DOCUMENTED);
        for (Setting setting : Setting.values()) {
            String name = setting.key().substring(setting.key().lastIndexOf('.') + 1);
            String line = "(?m)^# +" + name + ": *" + java.util.regex.Pattern.quote(setting.fallback()) + " +# "
                    + setting.variable() + "\\b.*$|^# " + name + ": *"
                    + java.util.regex.Pattern.quote(setting.fallback()) + " +# " + setting.variable() + "\\b.*$";
            assertThat(text).containsPattern(line);
        }
    }

    @Test
    void acceptsItsOwnDocumentationWithEveryLineActive() throws IOException {
        String active = Files.readString(DOCUMENTED)
                .lines()
                .filter(line -> line.matches("# ( *)[a-z-]+:.*"))
                .map(line -> line.substring(2))
                .reduce("", (all, line) -> all + line + "\n");
        write(active);

        assertThat(load(Map.of(), Map.of()).ports().base()).isEqualTo(8080);
    }

    private void write(String yaml) throws IOException {
        Files.writeString(home.resolve("tillflow.yml"), yaml);
    }

    private Settings load(Map<String, String> environment, Map<Setting, String> commandLine) {
        return Settings.load(home, environment, commandLine);
    }
}
