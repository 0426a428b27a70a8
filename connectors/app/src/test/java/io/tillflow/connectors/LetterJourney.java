package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.command.ClientException;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.tillflow.connectors.letterboxes.MailHost;
import io.tillflow.connectors.provider.TestDatabase;
import java.time.Clock;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A letter through mail server, app and broker. */
final class LetterJourney {
    private static final String ID = "letters-" + UUID.randomUUID().toString().substring(0, 8);
    private static final String BOX = "/api/v1/letterboxes/" + ID;
    private static final String LETTER = """
            From: Ada <ada@example.com>
            Message-ID: <list@example.com>
            Subject: What we need
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            See the list.
            --b
            Content-Type: text/csv; name=list.csv
            Content-Disposition: attachment; filename=list.csv

            sku,units
            MUG-BLUE,12
            MUG-RED,3
            --b--
            """;

    private LetterJourney() {}

    /** The table that came with a letter is read by the process that the letter begins. */
    static void beginsAProcessThatReadsItsAttachment(RunningApp app) throws Exception {
        await().atMost(OrderJourneyIT.PATIENCE)
                .ignoreExceptionsInstanceOf(ClientException.class)
                .until(() -> RunningBroker.client()
                                .newDeployResourceCommand()
                                .addProcessModel(readsTheList(), ID + ".bpmn")
                                .send()
                                .join()
                                .getProcesses()
                                .size()
                        == 1);
        try (MailHost mail = new MailHost()) {
            String secret = "/api/v1/secrets/LETTERBOX_"
                    + ID.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
            app.send("PUT", secret, "{\"value\": \"" + MailHost.PASSWORD + "\", \"by\": \"mara\"}");
            app.put(BOX, """
                    {"host": "127.0.0.1", "port": %d, "security": "none", "login": "%s", "message": "%s", "everySeconds": 10,
                     "takes": ["subject", "attachments"], "by": "mara"}""".formatted(mail.port(), mail.login(), ID));
            await().atMost(OrderJourneyIT.PATIENCE)
                    .until(() -> view(app).path("begun").asBoolean());
            mail.deliver("INBOX", LETTER, Clock.systemUTC().instant());
            app.send("POST", BOX + "/look", "");
            long instance = app.awaitInstance(BOX);
            ExportJourney.awaitCompleted(instance);
            assertThat(variable(instance, "rows")).contains("MUG-BLUE").doesNotContain("MUG-RED");
            assertThat(variable(instance, "letter")).contains("What we need").doesNotContain("ada@", "See the list");
            assertThat(app.send("GET", BOX + "/letters", "").body()).contains("\"TOLD\"", "ada@example.com");
            assertThat(app.send("DELETE", BOX, "").statusCode()).isEqualTo(204);
        }
    }

    private static BpmnModelInstance readsTheList() {
        return Bpmn.createExecutableProcess(ID)
                .startEvent()
                .message(ID)
                .serviceTask("read-list")
                .zeebeJobType("files.read-table")
                .zeebeInputExpression("letter.attachments[1].file", "path")
                .zeebeInput("units > 10", "filter")
                .endEvent()
                .done();
    }

    private static JsonNode view(RunningApp app) throws Exception {
        return JsonMapper.shared().readTree(app.send("GET", BOX, "").body());
    }

    private static String variable(long instance, String name) {
        return TestDatabase.jdbc()
                .sql(
                        "select value::text from history.variable where process_instance_key = :key and name = :name order by scope_key limit 1")
                .param("key", instance)
                .param("name", name)
                .query(String.class)
                .single();
    }
}
