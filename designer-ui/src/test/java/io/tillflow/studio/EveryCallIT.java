package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.testkit.EveryCall;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever a program sends may be refused, but is never a fault of the studio. */
class EveryCallIT extends HistoryStudio {
    /** One goes on and on; the other plays everything there is. */
    private static final Set<String> LONG = Set.of("/api/v1/metrics/live", "/api/v1/tests");

    @AfterEach
    void nothingOfItStays() {
        jdbc.sql("delete from studio.audit").update();
        CONNECTORS.begin(false);
    }

    @Test
    void isAnsweredWithItsReasonAndNeverAFaultOfTheStudio() {
        JsonNode described = get("/api/openapi");
        assertThat(described.path("paths").size()).isGreaterThan(150);
        assertThat(EveryCall.faults(
                        described,
                        LONG,
                        (method, path, json) ->
                                http().send(method, path, json, CLI).statusCode()))
                .isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(http().send("POST", "/api/v1/instances", "{\"processId\": \"order\"}", CLI))
                .satisfies(it -> assertThat(it.statusCode()).isEqualTo(400))
                .satisfies(it -> assertThat(it.body()).contains("process must be given"));
    }
}
