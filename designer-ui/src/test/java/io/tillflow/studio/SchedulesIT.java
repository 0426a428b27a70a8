package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What programs may do about schedules, by their role, and what is written down about it. */
class SchedulesIT extends HistoryStudio {
    private static final String BASE = "/api/v1/schedules";

    @BeforeEach
    void theConnectorsAnswer() {
        CONNECTORS.begin(false);
    }

    @Test
    void showsWhenItIsDueAndWhatBecameOfTheLastEvent() {
        JsonNode one = get(BASE).path("items").get(0);
        assertThat(one.path("next").get(0).asString()).isEqualTo("2026-03-09T08:00:00Z");
        assertThat(one.path("latest").path("processInstanceKey").asLong()).isEqualTo(7);
        assertThat(http().get(BASE + "/nothing", CLI).body()).contains("there is no schedule 'nothing'");
    }

    @Test
    void pausesRunsAndWritesItDown() {
        assertThat(http().send("POST", BASE + "/weekly-report/pause", "", CLI).statusCode())
                .isEqualTo(200);
        String[] once = {CLI[0], CLI[1], "Idempotency-Key", "k1"};
        assertThat(http().send("POST", BASE + "/weekly-report/run", "", once).body())
                .contains("by-hand-1");
        List<String> told = CONNECTORS.told();
        assertThat(told).hasSize(2);
        assertThat(told.getFirst())
                .startsWith("PUT /api/v1/schedules/weekly-report ")
                .contains("\"paused\":true", "\"cron\":\"0 9 * * MON\"", "\"data\":{\"a\":1}", "\"by\":\"");
        assertThat(told.getLast()).startsWith("POST /api/v1/schedules/weekly-report/firing");
        assertThat(jdbc.sql("""
                select count(distinct action) from studio.audit where subject = 'schedule/weekly-report'
                   and (action = 'schedule.saved' and before ->> 'paused' = 'false' and after ->> 'paused' = 'true'
                        or action = 'schedule.run')
                """).query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void letsAViewerLookAndNothingElse() {
        String[] viewer = {"Authorization", "Bearer " + token("VIEWER")};
        assertThat(http().get(BASE, viewer).statusCode()).isEqualTo(200);
        assertThat(http().send("POST", BASE + "/weekly-report/run", "", viewer).statusCode())
                .isEqualTo(403);
        assertThat(http().send("POST", BASE + "/weekly-report/pause", "", viewer)
                        .statusCode())
                .isEqualTo(403);
        assertThat(CONNECTORS.told()).isEmpty();
    }
}
