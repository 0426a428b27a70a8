package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the designer offers programs: expressions tried with sample data, models in other formats. */
class DesignerIT extends HistoryStudio {
    private static final String[] NO_HEADERS = {};

    private JsonNode evaluate(String wish) {
        return read(post("/api/v1/feel/evaluations", wish, NO_HEADERS), 200);
    }

    @Test
    void triesExpressionsWithGivenDataAndWithThatOfAScenario() {
        JsonNode given = evaluate("{\"expression\": \"=order.total / 100\", \"data\": {\"order\": {\"total\": 4200}}}");
        assertThat(given.path("value").asInt()).isEqualTo(42);
        JsonNode broken = evaluate("{\"expression\": \"=order.total +\"}");
        assertThat(broken.path("problem").asString()).isNotEmpty();
        assertThat(broken.path("column").asInt()).isEqualTo(14);

        JsonNode samples = get("/api/v1/models/return-request/samples").path("samples");
        assertThat(samples.findValuesAsString("id")).contains("trigger:return-requested", "scenario:small-return");
        JsonNode trigger = evaluate(
                "{\"model\": \"return-request\", \"sample\": \"trigger:return-requested\", \"expression\": \"=request.items\"}");
        assertThat(trigger.path("value").asInt()).isEqualTo(1);
        JsonNode scenario = evaluate("{\"model\": \"return-request\", \"sample\": \"scenario:small-return\","
                + " \"element\": \"create-return-label\", \"after\": true, \"expression\": \"=trackingNumber\"}");
        assertThat(scenario.path("value").asString()).isNotEmpty();
        JsonNode refused = read(
                post(
                        "/api/v1/feel/evaluations",
                        "{\"model\": \"return-request\", \"sample\": \"scenario:nothing\", \"element\": \"x\", \"expression\": \"=1\"}",
                        NO_HEADERS),
                422);
        assertThat(refused.path("detail").asString()).contains("no scenario nothing");
    }

    @Test
    void givesModelsAsPicturesAndAsAPage() {
        assertThat(export("return-request", "svg").body()).startsWith("<svg").contains("Decide on");
        assertThat(export("return-request", "pdf").body()).startsWith("%PDF-");
        assertThat(export("return-request", "png").headers().firstValue("Content-Type"))
                .contains("image/png");
        assertThat(export("return-request", "html").body()).contains("Decision: ", "Form: ", "<svg");
        assertThat(export("order-risk", "html").body()).contains("Hit policy");
        assertThat(read(export("order-risk", "svg"), 422).path("detail").asString())
                .contains("html");
        assertThat(read(export("return-request", "doc"), 400).path("detail").asString())
                .contains("svg, png, pdf");
        assertThat(read(export("nothing", "svg"), 404).path("detail").asString())
                .contains("no model nothing");
    }

    @Test
    void convertsWhatWasDrawnForCamunda7AndNothingElse() {
        byte[] claim = Files.read("/foreign/camunda7.bpmn").getBytes(StandardCharsets.UTF_8);
        JsonNode done = read(http().upload("/api/v1/conversions", Map.of("claim.bpmn", claim), CLI), 200);
        assertThat(done.path("open")).hasSize(8);
        byte[] source = done.path("source").asString().getBytes(StandardCharsets.UTF_8);
        JsonNode again = read(http().upload("/api/v1/conversions", Map.of("claim.bpmn", source), CLI), 422);
        assertThat(again.path("detail").asString()).contains("claim.bpmn has nothing of it");
        String before =
                http().upload("/api/v1/lint", Map.of("claim.bpmn", claim), CLI).body();
        assertThat(before).contains("\"camunda-7\"").contains("./tillflow convert");
        String after =
                http().upload("/api/v1/lint", Map.of("claim.bpmn", source), CLI).body();
        assertThat(after).doesNotContain("\"camunda-7\"").contains("\"heard\"");
        assertThat(read(
                                http().upload(
                                                "/api/v1/conversions",
                                                Map.of("claim.bpmn", "<x".getBytes(StandardCharsets.UTF_8)),
                                                CLI),
                                422)
                        .path("detail")
                        .asString())
                .contains("not well-formed");
    }

    @Test
    void givesElementsThatShareAnIdTheirOwn() {
        byte[] shared = Files.read("/foreign/shared-ids.bpmn").getBytes(StandardCharsets.UTF_8);
        JsonNode said = read(http().upload("/api/v1/lint", Map.of("shared.bpmn", shared), CLI), 200);
        assertThat(said.path("findings").findValuesAsString("elementId"))
                .contains("lanes", "flow", "data", "parcel", "picture", "shared");
        assertThat(said.path("findings").findValuesAsString("message"))
                .anyMatch(it -> it.startsWith("2 elements have the id \"lanes\""))
                .noneMatch(it -> it.contains("duplicate ID") || it.contains("cvc-"));
        JsonNode done = read(http().upload("/api/v1/conversions", Map.of("shared.bpmn", shared), CLI), 200);
        assertThat(done.path("mapped").findValuesAsString("elementId")).contains("lanes_2", "flow_2");
        byte[] apart = done.path("source").asString().getBytes(StandardCharsets.UTF_8);
        assertThat(http().upload("/api/v1/lint", Map.of("shared.bpmn", apart), CLI)
                        .body())
                .doesNotContain("duplicate-id", "elements have the id");
    }

    private HttpResponse<String> export(String model, String format) {
        return http().get("/api/v1/models/" + model + "/export?format=" + format, CLI);
    }
}
