package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** An alert of the studio on its way to people. */
final class AlertJourney {
    private static final String ALERT = """
            {"alert": 12, %s, "rule": "Many incidents", "what": "12 incidents in Order fulfilment within 15 min",
             "url": "http://127.0.0.1:8081/alerts"}""";
    private static final String LETTER = "\"to\": \"ops@example.com\"";
    private static final String CHAT = "\"chat\": \"TEAM_CHAT\"";

    private AlertJourney() {}

    static void isToldOnceByLetterAndInTheChat(RunningApp app) throws Exception {
        assertThat(tell(app, "{\"alert\": 12, " + LETTER + "}").body()).contains("must be given");
        for (int i = 0; i < 2; i++) {
            assertThat(tell(app, ALERT.formatted(LETTER)).statusCode()).isEqualTo(200);
            assertThat(tell(app, ALERT.formatted(CHAT)).statusCode()).isEqualTo(200);
        }
        assertThat(mailbox(app, "ops@example.com")).containsOnlyOnce("Alert: Many incidents");
        assertThat(mailbox(app, "%7B%7Bsecrets.TEAM_CHAT%7D%7D")).containsOnlyOnce("\"subject\":\"Chat\"");
        assertThat(tell(app, ALERT.formatted("\"chat\": \"UNKNOWN\"").replace("12,", "13,")))
                .satisfies(it -> assertThat(it.statusCode()).isEqualTo(422))
                .satisfies(it -> assertThat(it.body()).contains("knows no such chat"));
        assertThat(tell(app, ALERT.formatted("\"chat\": \"a chat\"")))
                .satisfies(it -> assertThat(it.statusCode()).isEqualTo(400))
                .satisfies(it -> assertThat(it.body()).contains("the name of a secret"));
        assertThat(tell(app, ALERT.formatted(CHAT + ", " + LETTER)).body()).contains("either to or chat must be given");
    }

    private static String mailbox(RunningApp app, String to) throws Exception {
        return app.send("GET", "/api/v1/mailbox?to=" + to, "").body();
    }

    private static HttpResponse<String> tell(RunningApp app, String alert) throws Exception {
        return app.send("POST", "/api/v1/messaging/alerts", alert);
    }
}
