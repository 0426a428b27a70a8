package io.tillflow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class HostileModelIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String OPEN = """
            <?xml version="1.0" encoding="UTF-8"?>
            %s<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
            """;

    private final RunningSuite suite = RunningSuite.get();

    enum Hostile {
        ENTITY_EXPANSION,
        EXTERNAL_ENTITY,
        NESTED_3000_DEEP,
        TEN_MEGABYTES,
        TRUNCATED;

        String model() {
            return switch (this) {
                case ENTITY_EXPANSION ->
                    OPEN.formatted(laughs()) + "<bpmn:process id=\"p\" name=\"&l9;\"/></bpmn:definitions>";
                case EXTERNAL_ENTITY ->
                    OPEN.formatted("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>")
                            + "<bpmn:process id=\"p\" isExecutable=\"true\"><bpmn:documentation>&x;</bpmn:documentation></bpmn:process></bpmn:definitions>";
                case NESTED_3000_DEEP ->
                    OPEN.formatted("") + "<bpmn:process id=\"p\" isExecutable=\"true\">" + nested(3000)
                            + "</bpmn:process></bpmn:definitions>";
                case TEN_MEGABYTES -> OPEN.formatted("") + "<!--" + "x".repeat(10 << 20) + "--></bpmn:definitions>";
                case TRUNCATED -> OPEN.formatted("") + "<bpmn:process id=\"p\" isExecutable=\"true\">";
            };
        }

        private static String laughs() {
            StringBuilder doctype = new StringBuilder("<!DOCTYPE d [<!ENTITY l0 \"lol\">");
            for (int level = 1; level < 10; level++) {
                doctype.append("<!ENTITY l%d \"%s\">".formatted(level, ("&l" + (level - 1) + ";").repeat(10)));
            }
            return doctype.append("]>").toString();
        }

        private static String nested(int depth) {
            StringBuilder open = new StringBuilder();
            StringBuilder close = new StringBuilder();
            for (int level = 0; level < depth; level++) {
                open.append("<bpmn:subProcess id=\"s").append(level).append("\">");
                close.append("</bpmn:subProcess>");
            }
            return open.append(close).toString();
        }
    }

    @ParameterizedTest
    @EnumSource(Hostile.class)
    void aHostileModelIsRefusedAndNothingIsDeployed(Hostile hostile, @TempDir Path folder) throws IOException {
        Path good = suite.home().resolve("processes/src/main/resources/models/orders/order-fulfilment.bpmn");
        Path bad = folder.resolve(hostile.name().toLowerCase(Locale.ROOT) + ".bpmn");
        Files.writeString(bad, hostile.model());

        Cli.Result deploy = suite.cli().run(LIMIT, "deploy", good.toString(), bad.toString(), "--json");

        assertThat(deploy.exit()).isEqualTo(1);
        JsonNode answer = deploy.json();
        assertThat(answer.path("deployed")).isEmpty();
        assertThat(answer.path("problems")).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.path("file").asString())
                    .contains(bad.getFileName().toString());
            assertThat(problem.path("message").asString()).isNotBlank();
        });
        assertThat(suite.cli()
                        .run(LIMIT, "status", "--json")
                        .ok()
                        .json()
                        .path("ready")
                        .asBoolean())
                .isTrue();
    }
}
