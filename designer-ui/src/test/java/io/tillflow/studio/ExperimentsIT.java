package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs may do about experiments, by their role, and what is written down. */
class ExperimentsIT extends HistoryStudio {
    private static final String BASE = "/api/v1/experiments";

    @BeforeEach
    void theConnectorsAnswer() {
        CONNECTORS.begin(false);
    }

    @Test
    void showsGroupsAndWhatCanBeSaid() {
        assertThat(get(BASE).at("/items/0/word").asString()).isEqualTo("OPEN");
        assertThat(get(BASE + "/cart-reminder/1").at("/groups/1/low").asDouble())
                .isEqualTo(-0.02);
        assertThat(http().get(BASE + "/..%2Fsecrets/1", CLI).statusCode()).isIn(400, 404);
    }

    @Test
    void anAnalystDecidesInTheirOwnNameAndTheAuditSaysSo() {
        String[] analyst = {"Authorization", "Bearer " + token("ANALYST")};
        assertThat(act("/cart-reminder/1/stop", "", analyst).statusCode()).isEqualTo(200);
        assertThat(act("/cart-reminder/1/taking", "{\"arm\": \"remind\"}", analyst)
                        .statusCode())
                .isEqualTo(200);
        assertThat(act("/cart-reminder/1/taking", "{}", analyst).body())
                .contains("expected the arm that everybody gets");
        assertThat(act("/cart-reminder/1/shifting", "{\"floor\": 0.1}", analyst).body())
                .contains("expected two arms or more");
        assertThat(CONNECTORS.told())
                .filteredOn(told -> told.contains("/taking"))
                .singleElement()
                .asString()
                .contains("\"arm\":\"remind\"", "\"by\":\"");
        assertThat(jdbc.sql("select action from studio.audit where subject = 'experiments/cart-reminder/1' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("experiment.stop", "experiment.taking");
    }

    @Test
    void aViewerLooksAndNothingElse() {
        String[] viewer = {"Authorization", "Bearer " + token("VIEWER")};
        assertThat(http().get(BASE, viewer).statusCode()).isEqualTo(200);
        assertThat(act("/cart-reminder/1/stop", "", viewer).statusCode()).isEqualTo(403);
        assertThat(act("/cart-reminder/1/taking", "{\"arm\": \"remind\"}", viewer)
                        .statusCode())
                .isEqualTo(403);
        assertThat(CONNECTORS.told()).isEmpty();
    }

    private HttpResponse<String> act(String path, String body, String[] who) {
        return http().post(BASE + path, "application/json", body.getBytes(StandardCharsets.UTF_8), who);
    }
}
