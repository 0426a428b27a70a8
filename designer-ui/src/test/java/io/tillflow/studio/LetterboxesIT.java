package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs may do about letterboxes, by their role: where a password goes, administrators decide. */
class LetterboxesIT extends HistoryStudio {
    private static final String ONE = "/api/v1/letterboxes/service";
    private static final String ASKED =
            "{\"host\": \"imap.example.com\", \"login\": \"service@ullmere.example\", \"message\": \"letter-received\", \"mostText\": 4711}";

    @BeforeEach
    void theConnectorsAnswer() {
        CONNECTORS.begin(false);
    }

    @Test
    void keepsALetterboxAndSaysSoInTheAudit() {
        assertThat(http().send("PUT", ONE, ASKED, CLI).body()).contains("LETTERBOX_SERVICE");
        assertThat(CONNECTORS.told().getFirst())
                .startsWith("PUT /api/v1/letterboxes/service ")
                .contains("\"host\":\"imap.example.com\"", "\"by\":\"");
        assertThat(jdbc.sql("select after::text from studio.audit where subject = 'letterbox/service'")
                        .query(String.class)
                        .list())
                .anyMatch(row -> row.contains("4711"));
    }

    @Test
    void showsLettersToWhoeverWorksWithThemAndLetsThemLook() {
        String[] analyst = {"Authorization", "Bearer " + token("ANALYST")};
        assertThat(http().get(ONE + "/letters", analyst).body()).contains("Where is it?");
        assertThat(http().send("POST", ONE + "/look", "", analyst).statusCode()).isEqualTo(200);
        assertThat(http().send("PUT", ONE, ASKED, analyst).statusCode()).isEqualTo(403);
        assertThat(http().send("DELETE", ONE, "", analyst).statusCode()).isEqualTo(403);
        assertThat(CONNECTORS.told()).singleElement().asString().contains("/letterboxes/service/look");
    }

    @Test
    void letsAViewerSeeNoLetterAndChangeNothing() {
        String[] viewer = {"Authorization", "Bearer " + token("VIEWER")};
        assertThat(http().get(ONE, viewer).statusCode()).isEqualTo(200);
        assertThat(http().get(ONE + "/letters", viewer).statusCode()).isEqualTo(403);
        assertThat(http().send("POST", ONE + "/look", "", viewer).statusCode()).isEqualTo(403);
        assertThat(http().send("PUT", ONE, ASKED, viewer).statusCode()).isEqualTo(403);
        assertThat(CONNECTORS.told()).isEmpty();
    }
}
