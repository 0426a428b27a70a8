package io.tillflow.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.launcher.process.Tool;
import io.tillflow.launcher.settings.Port;
import io.tillflow.launcher.settings.Secrets;
import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml says the same as the launcher does: services, variables, ports, memory. */
class ComposeFileTest {

    private static final Path FILE =
            Path.of("../../docker-compose.yml").toAbsolutePath().normalize();
    private static final Set<String> TOP = Set.of("version", "services", "volumes");
    private static final Set<String> SERVICE =
            Set.of("image", "restart", "depends_on", "command", "environment", "volumes", "healthcheck", "ports");

    @TempDir
    private Path home;

    private Map<String, Object> compose = Map.of();
    private Map<String, Child> children = Map.of();

    @BeforeEach
    void read() throws IOException {
        compose = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FILE)));
        Path exporter = home.resolve("engine/exporter/target/exporter.jar");
        Files.createDirectories(exporter.getParent());
        Files.createFile(exporter);
        Settings settings = Settings.load(home, Map.of(), Map.of());
        settings.folders().create();
        Map<String, Child> named = new TreeMap<>();
        Suite.of(settings, Secrets.loadOrGenerate(settings.folders().secrets()))
                .children()
                .forEach(child -> named.put(child.name(), child));
        children = named;
    }

    @Test
    void usesOnlyKeysThatComposeFileFormat38Knows() {
        assertThat(compose).containsEntry("version", "3.8");
        assertThat(compose.keySet()).allMatch(key -> TOP.contains(key) || key.startsWith("x-"));
        services().values().forEach(service -> assertThat(SERVICE).containsAll(service.keySet()));
    }

    @Test
    void hasOneServiceForEveryChild() {
        assertThat(services().keySet()).isEqualTo(children.keySet());
        services().values().forEach(service -> {
            if (service.get("depends_on") instanceof List<?> others) {
                assertThat(services().keySet())
                        .containsAll(others.stream().map(String::valueOf).toList());
            }
        });
    }

    @Test
    void setsTheVariablesTheLauncherSets() {
        for (String name : List.of("zeebe", "connectors", "storefront", "studio")) {
            Set<String> launched =
                    new TreeSet<>(child(name).command().environment().keySet());
            Set<String> composed = new TreeSet<>(environment(name).keySet());
            composed.remove("JAVA_TOOL_OPTIONS"); // options of the launcher's command line
            composed.remove("TILLFLOW_SHOP_FORWARDED_HEADERS"); // passed on by the launcher where somebody sets it
            assertThat(composed).as(name).isEqualTo(launched);
        }
    }

    @Test
    void usesThePortsOfTheTable() {
        children.forEach((name, child) -> child.ports().stream()
                .filter(port -> port != Port.MAIL)
                .forEach(port -> assertThat(service(name).toString())
                        .as(name + " " + port)
                        .contains(Integer.toString(8080 + port.offset()))));
        assertThat(environment("studio")).containsEntry("TILLFLOW_SMTP_PORT", "${TILLFLOW_SMTP_PORT:-8088}");
    }

    @Test
    void publishesTheShopToAllAndTheStudioToThisHostAlone() {
        services().forEach((name, service) -> {
            switch (name) {
                case "storefront" -> assertThat(service.get("ports")).isEqualTo(List.of("8080:8080"));
                case "studio" -> assertThat(service.get("ports")).isEqualTo(List.of("127.0.0.1:8081:8081"));
                default -> assertThat(service).as(name).doesNotContainKey("ports");
            }
        });
    }

    @Test
    void givesTheSameMemoryAndTheSameDatabaseOptions() {
        assertThat(command("connectors")).contains("-Xmx" + Setting.MEMORY_CONNECTORS.fallback());
        assertThat(command("storefront")).contains("-Xmx" + Setting.MEMORY_STOREFRONT.fallback());
        assertThat(command("studio")).contains("-Xmx" + Setting.MEMORY_STUDIO.fallback());
        assertThat(environment("zeebe").get("JAVA_TOOL_OPTIONS")).contains("-Xmx" + Setting.MEMORY_BROKER.fallback());
        List<String> options = child("postgres").command().arguments().stream()
                .filter(argument -> argument.matches("(fsync|synchronous_commit|full_page_writes|shared_buffers"
                        + "|max_connections|max_wal_size|jit|timezone|log_timezone)=.*"))
                .toList();
        assertThat(options).hasSizeGreaterThan(7);
        assertThat(service("postgres").get("command"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsAll(options);
    }

    @Test
    void isAcceptedByDockerComposeWhereThatIsInstalled() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Tool.find("docker-compose").isPresent(), "docker-compose is not installed");
        ProcessBuilder builder = new ProcessBuilder("docker-compose", "-f", FILE.toString(), "config", "--quiet");
        builder.directory(home.toFile()).redirectErrorStream(true);
        List.of("DATABASE_PASSWORD", "SERVICE_TOKEN", "WEBHOOK_SECRET", "CLI_TOKEN", "ADMIN_PASSWORD")
                .forEach(secret -> builder.environment().put("TILLFLOW_" + secret, "secret"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }

    private Child child(String name) {
        return Objects.requireNonNull(children.get(name));
    }

    private Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Object>> services = new TreeMap<>();
        map(compose.get("services")).forEach((name, service) -> services.put(name, map(service)));
        return services;
    }

    private Map<String, Object> service(String name) {
        return Objects.requireNonNull(services().get(name));
    }

    private String command(String name) {
        return String.valueOf(service(name).get("command"));
    }

    private Map<String, String> environment(String name) {
        Map<String, String> variables = new TreeMap<>();
        map(service(name).get("environment")).forEach((key, value) -> variables.put(key, String.valueOf(value)));
        return variables;
    }

    private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object node) {
        Map<String, Object> map = new TreeMap<>();
        ((Map<?, ?>) Objects.requireNonNull(node)).forEach((key, value) -> map.put(String.valueOf(key), value));
        return map;
    }
}
