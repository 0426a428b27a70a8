package io.tillflow.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AutomationCommandsTest extends StudioCommands {
    private static final String LETTERBOX = """
            {"id":"orders","host":"imap.example.com","port":993,"security":"tls","login":"orders@example.com","folder":"INBOX",
             "message":"letter-came","takes":["subject"],"mostText":4000,"automatic":false,"ordersToSupport":true,"everySeconds":60,
             "paused":false,"secretName":"LETTERBOX_ORDERS","password":false,"lookedAt":"2026-03-02T09:00:00Z",
             "trouble":"it takes no calls","begins":["support-request"],
             "latest":{"receivedAt":"2026-03-02T08:59:00Z","explanation":"heard by process instance 7"}}""";

    @Test
    void listsAutomationsAndChangesOne() {
        String one = """
                {"id":"return-request","state":"paused","runsToday":7,"waiting":2,"triggers":[{"message":"return-requested"}],
                 "changedBy":"mara","reason":"counting"}""";
        answer = "{\"items\":[" + one + "]}";
        assertThat(run("automations")).isZero();
        assertThat(printed()).contains("return-request", "paused", "waiting 2", "by mara: counting");
        answer = one;
        assertThat(run("automations", "return-request", "off", "--reason", "sale", "--json"))
                .isZero();
        assertThat(received.get())
                .startsWith("PUT /api/v1/automations/return-request Bearer secret")
                .contains("\"state\":\"off\"", "\"reason\":\"sale\"");
        assertThat(printed()).contains("\"runs_today\" : 7");
        status = 409;
        answer = "{\"detail\":\"it reached its limit\"}";
        assertThat(run("automations", "return-request", "on")).isEqualTo(1);
    }

    @Test
    void listsSchedulesAndChangesOne() {
        String one = """
                {"id":"weekly-report","cron":"0 9 * * MON","zone":"UTC","paused":false,"next":["2026-03-09T09:00:00Z"],
                 "message":"report-due","begins":["report"],"leftOut":3,
                 "latest":{"time":"2026-03-02T09:00:00Z","explanation":"heard by process instance 7"}}""";
        answer = "{\"items\":[" + one + "]}";
        assertThat(schedules()).isZero();
        assertThat(printed()).contains("next 2026-03-09T09:00:00Z", "report-due begins report", "heard by process");
        answer = one;
        assertThat(schedules(
                        "weekly-report", "set", "--cron", "0 9 * * MON", "--zone", "UTC", "--message", "m", "--json"))
                .isZero();
        assertThat(received.get())
                .startsWith("PUT /api/v1/schedules/weekly-report Bearer secret")
                .contains("\"cron\":\"0 9 * * MON\"", "\"data\":{}");
        assertThat(printed()).contains("\"left_out\" : 3");
        answer = "{\"event\":\"weekly-report@by-hand-1\"}";
        assertThat(schedules("weekly-report", "run")).isZero();
        assertThat(received.get()).startsWith("POST /api/v1/schedules/weekly-report/run");
        assertThat(printed()).contains("made the event weekly-report@by-hand-1");
        assertThat(schedules("weekly-report", "dance")).isEqualTo(2);
    }

    @Test
    void listsWebhooksMakesOneAndTriesIt() {
        String one = """
                {"id":"contact-form","url":"http://127.0.0.1:8082/hooks/contact-form","signing":"token","header":"Authorization",
                 "message":"form-sent","begins":[],"secret":"whk_1","perMinute":60}""";
        answer = one;
        assertThat(nested("webhooks", "contact-form", "set", "--message", "form-sent", "--variable", "topic=/topic"))
                .isZero();
        assertThat(received.get())
                .startsWith("PUT /api/v1/webhooks/contact-form Bearer secret")
                .contains("\"variables\":{\"topic\":\"/topic\"}", "\"message\":\"form-sent\"");
        assertThat(printed()).contains("hooks/contact-form", "begins nothing", "shown this once: whk_1");
        answer = "{\"items\":[" + one + "]}";
        assertThat(nested("webhooks", "--json")).isZero();
        assertThat(printed()).contains("\"per_minute\" : 60");
        answer = "{\"outcome\":\"UNREADABLE\",\"explanation\":\"expected /id\",\"event\":null}";
        assertThat(nested("webhooks", "contact-form", "test", "--payload", "{\"a\":1}"))
                .isEqualTo(1);
        assertThat(received.get()).contains("POST /api/v1/webhooks/contact-form/test", "{\"a\":1}");
        assertThat(nested("webhooks", "contact-form", "test", "--payload", "{")).isEqualTo(2);
    }

    @Test
    void listsPatternsMakesOneAndAsksThePast() {
        answer = """
                {"id":"few-orders","metric":"orders","each":"shop","span":"day","compare":"below","bound":30,"paused":true,"trouble":"no shop",
                 "message":"orders-fell","begins":[],"restHours":24}""";
        assertThat(nested("patterns", "few-orders")).isZero();
        assertThat(printed()).contains("orders of each shop, each day: below 30, paused", "cannot look: no shop");
        assertThat(nested("patterns", "few-orders", "set", "--metric", "orders", "--bound", "30", "--json"))
                .isZero();
        assertThat(received.get())
                .startsWith("PUT /api/v1/patterns/few-orders Bearer secret")
                .contains("\"bound\":30", "\"data\":{}");
        assertThat(printed()).contains("\"rest_hours\" : 24");
        answer =
                "{\"days\":90,\"times\":2,\"items\":[{\"from\":\"2026-03-01T00:00:00Z\",\"subject\":\"\",\"value\":4}]}";
        assertThat(nested("patterns", "new", "past", "--metric", "orders")).isZero();
        assertThat(received.get()).startsWith("POST /api/v1/patterns/preview");
        assertThat(printed()).contains("seen 2 times in the last 90 days", "2026-03-01T00:00:00Z  was 4");
    }

    @Test
    void listsLetterboxesAndMakesOne() {
        answer = "{\"items\":[" + LETTERBOX + "]}";
        assertThat(nested("letterboxes")).isZero();
        assertThat(printed())
                .contains("orders@example.com at imap.example.com:993 (tls), INBOX, looked into 2026-03-02T09:00:00Z")
                .contains("letter-came begins support-request", "cannot look: it takes no calls", "heard by process")
                .contains("sets the secret LETTERBOX_ORDERS");
        answer = LETTERBOX;
        assertThat(nested(
                        "letterboxes",
                        "orders",
                        "set",
                        "--host",
                        "imap.example.com",
                        "--login",
                        "orders@example.com",
                        "--message",
                        "letter-came",
                        "--takes",
                        "from,subject",
                        "--orders-to-support",
                        "--json"))
                .isZero();
        assertThat(received.get())
                .startsWith("PUT /api/v1/letterboxes/orders Bearer secret")
                .contains("\"takes\":[\"from\",\"subject\"]", "\"ordersToSupport\":true", "\"port\":null");
        assertThat(printed()).contains("\"secret_name\" : \"LETTERBOX_ORDERS\"");
    }

    @Test
    void letsALetterboxRestLooksAndShowsItsLetters() {
        answer = LETTERBOX;
        assertThat(nested("letterboxes", "orders", "pause")).isZero();
        assertThat(received.get())
                .startsWith("PUT /api/v1/letterboxes/orders")
                .contains("\"takes\":[\"subject\"]", "\"everySeconds\":60", "\"paused\":true")
                .doesNotContain("trouble");
        assertThat(nested("letterboxes", "orders", "look")).isZero();
        assertThat(received.get()).startsWith("POST /api/v1/letterboxes/orders/look");
        answer =
                "{\"items\":[{\"at\":\"2026-03-02T08:59:00Z\",\"outcome\":\"TOLD\",\"sender\":\"mara@example.org\",\"subject\":\"Where?\"}]}";
        assertThat(nested("letterboxes", "orders", "letters")).isZero();
        assertThat(printed()).contains("TOLD       mara@example.org: Where?");
        assertThat(nested("letterboxes", "orders", "dance")).isEqualTo(2);
    }

    private int schedules(String... arguments) {
        return nested("schedules", arguments);
    }
}
