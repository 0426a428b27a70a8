package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A studio with a table that has no cases yet. */
abstract class CasesStudio extends HistoryStudio {
    static final String DISCOUNT = "/api/v1/models/discount/cases";
    static final String DMN = Files.read("/cases/discount.dmn");
    static final String GOLD = """
            [{"case": "gold", "facts": {"order": {"country": "de"}, "customer": {"orders": 10}}, "rule": "gold-rule", "output": {"percent": %d}}]""";

    @BeforeEach
    void aTableWithoutCases() throws IOException {
        jdbc.sql("delete from studio.model_cases").update();
        assertThat(pushed(Map.of("discount.dmn", DMN)).path("outcome").asString())
                .isIn("saved", "unchanged");
    }

    HttpResponse<String> put(String path, String type, int base, String body) {
        return http().put(path, body, CLI[0], CLI[1], "Content-Type", type, "If-Match", "\"" + base + "\"");
    }

    JsonNode save(int base, String text, int status) {
        return read(put(DISCOUNT, "application/json", base, text), status);
    }

    JsonNode pushed(Map<String, String> files) throws IOException {
        return project(files).path("files").get(0);
    }

    JsonNode project(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return read(http().post("/api/v1/project", "application/zip", bytes.toByteArray(), CLI), 200);
    }
}
