package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs may do about patterns, by their role, and what is written down about it. */
class PatternsIT extends HistoryStudio {
    private static final String BASE = "/api/v1/patterns";

    @BeforeEach
    void theConnectorsAnswer() {
        CONNECTORS.begin(false);
    }

    @Test
    void pausesRunsAndWritesItDown() {
        assertThat(http().send("POST", BASE + "/few-orders/pause", "", CLI).statusCode())
                .isEqualTo(200);
        assertThat(http().send("POST", BASE + "/few-orders/run", "", CLI).body())
                .contains("by-hand-1");
        List<String> told = CONNECTORS.told();
        assertThat(told.getFirst())
                .startsWith("PUT /api/v1/patterns/few-orders ")
                .contains(
                        "\"paused\":true",
                        "\"metric\":\"revenue\"",
                        "\"bound\":50000",
                        "\"data\":{\"a\":1}",
                        "\"by\":\"");
        assertThat(told.getLast()).startsWith("POST /api/v1/patterns/few-orders/firing");
        assertThat(jdbc.sql("""
                select count(distinct action) from studio.audit where subject = 'pattern/few-orders'
                   and (action = 'pattern.saved' and before ->> 'paused' = 'false' and after ->> 'paused' = 'true' or action = 'pattern.run')
                """).query(Long.class).single()).isEqualTo(2);
        assertThat(http().get(BASE + "/nothing", CLI).body()).contains("there is no pattern 'nothing'");
    }

    @Test
    void letsAViewerLookAndRehearseAndNothingElse() {
        String[] viewer = {"Authorization", "Bearer " + token("VIEWER"), "Content-Type", "application/json"};
        assertThat(http().get(BASE, viewer).statusCode()).isEqualTo(200);
        assertThat(http().send("POST", BASE + "/preview", "{\"metric\": \"revenue\"}", viewer)
                        .body())
                .contains("\"times\":1");
        assertThat(http().send("POST", BASE + "/few-orders/run", "", viewer).statusCode())
                .isEqualTo(403);
        assertThat(http().send("PUT", BASE + "/few-orders", "{}", viewer).statusCode())
                .isEqualTo(403);
        assertThat(CONNECTORS.told()).noneMatch(it -> it.startsWith("PUT"));
    }
}
