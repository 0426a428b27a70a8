package io.tillflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs what a modeller's tools would say (folder lint, Node) over the shipped models and element templates. */
class ModelLintTest {
    private static final Path LINT = Path.of("lint");

    @BeforeAll
    static void install() throws Exception {
        Path installed = LINT.resolve("node_modules/.package-lock.json");
        Path wanted = LINT.resolve("package-lock.json");
        if (!Files.exists(installed)
                || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) < 0) {
            Finished npm = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            assertThat(npm.exitCode()).as(npm.output()).isZero();
        }
    }

    @Test
    void shippedModelsHaveNoFindings() throws Exception {
        Finished lint = run("node", "lint.js");
        assertThat(lint.exitCode()).as(lint.output()).isZero();
        assertThat(lint.output()).contains("models: " + Model.processes().size() + ", findings: 0");
    }

    @Test
    void findingsFail() throws Exception {
        Finished lint = run(
                "node",
                "lint.js",
                Path.of("src/test/resources/faulty").toAbsolutePath().toString());
        assertThat(lint.exitCode()).isEqualTo(1);
        assertThat(lint.output()).contains("faulty.bpmn: unfinished: Element is an implicit end (no-implicit-end)");
    }

    @Test
    void elementTemplatesFitTheirSchema() throws Exception {
        Finished check = run("node", "templates.js");
        assertThat(check.exitCode()).as(check.output()).isZero();
        assertThat(check.output())
                .contains("templates: " + ElementTemplates.names().size() + ", findings: 0");
    }

    @Test
    void anElementTemplateThatDoesNotFitFails() throws Exception {
        Finished check = run(
                "node",
                "templates.js",
                Path.of("src/test/resources/faulty-templates").toAbsolutePath().toString());
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.output()).contains("faulty.json: ");
    }

    private static Finished run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(LINT.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Finished(process.waitFor(), output);
        } catch (IOException e) {
            throw new AssertionError("expected " + List.of(command) + " to run: install Node 20 or newer with npm", e);
        }
    }

    private record Finished(int exitCode, String output) {}
}
