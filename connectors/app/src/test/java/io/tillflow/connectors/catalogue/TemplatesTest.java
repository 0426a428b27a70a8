package io.tillflow.connectors.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.processes.ElementTemplates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The committed element templates are the generated ones; {@code -Dtemplates.write=true} writes them anew. */
class TemplatesTest {
    private static final Path FOLDER = Path.of("../../processes/src/main/resources/element-templates");
    private static final String REMEDY =
            "run mvn -pl connectors/app -am test -Dtest=TemplatesTest -Dtemplates.write=true -Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    void theCommittedTemplatesAreTheGeneratedOnes() throws IOException {
        Map<String, String> generated = Templates.all();
        if (Boolean.getBoolean("templates.write")) {
            write(generated);
        }
        assertThat(Files.readAllLines(FOLDER.resolve("index.txt")))
                .as(REMEDY)
                .containsExactlyElementsOf(generated.keySet());
        for (Map.Entry<String, String> file : generated.entrySet()) {
            assertThat(FOLDER.resolve(file.getKey())).as(REMEDY).hasContent(file.getValue());
        }
        try (var files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".json"))).hasSize(generated.size());
        }
    }

    @Test
    void theJarOfTheContractCarriesThem() {
        assertThat(ElementTemplates.names()).contains("payments.capture.json", "trigger.order-placed.json");
        assertThat(new String(ElementTemplates.read("payments.capture.json"), StandardCharsets.UTF_8))
                .contains("\"io.tillflow.payments.capture\"", "CAPTURE_FAILED", "retryPause");
    }

    @Test
    void everyJobTypeHasATemplateThatSaysHowItIsKeptFromHappeningTwice() {
        Map<String, String> templates = Templates.all();
        assertThat(Actions.all()).isNotEmpty().allSatisfy(action -> {
            assertThat(action.help()).endsWith(".");
            assertThat(templates.get(action.type() + ".json"))
                    .contains("\"effect\" : \"" + action.effect().text() + "\"");
        });
    }

    private static void write(Map<String, String> generated) throws IOException {
        Files.createDirectories(FOLDER);
        try (var old = Files.list(FOLDER)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> file : generated.entrySet()) {
            Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(FOLDER.resolve("index.txt"), String.join("\n", generated.keySet()) + "\n");
    }
}
