package io.tillflow.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioCommandsTest {

    @TempDir
    private Path folder;

    private final AtomicReference<String> received = new AtomicReference<>("");
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream stdout = System.out;
    private HttpServer studio;
    private int status = 200;
    private String answer = "{}";
    private Path model;

    @BeforeEach
    void start() throws IOException {
        model = Files.writeString(folder.resolve("order.bpmn"), "<definitions/>");
        studio = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        studio.createContext("/", this::serve);
        studio.start();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(stdout);
        studio.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        received.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + "\n"
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void printWritesWhatTheStudioGivesAndSaysWhyItDoesNot() throws IOException {
        answer = "<svg/>";
        Path picture = folder.resolve("order.svg");
        assertThat(run(
                        "print",
                        "order fulfilment",
                        "--format",
                        "svg",
                        "--model-version",
                        "3",
                        "--out",
                        picture.toString()))
                .isZero();
        assertThat(picture).hasContent("<svg/>");
        assertThat(received.get()).startsWith("GET /api/v1/models/order%20fulfilment/export?format=svg&version=3 ");
        status = 404;
        answer = "{\"detail\": \"There is no model gone.\"}";
        assertThat(run(
                        "print",
                        "gone",
                        "--format",
                        "pdf",
                        "--out",
                        folder.resolve("gone.pdf").toString()))
                .isEqualTo(1);
        assertThat(folder.resolve("gone.pdf")).doesNotExist();
        assertThat(run("print", "order", "--format", "doc")).isEqualTo(2);
    }

    @Test
    void convertWritesTheProcessAndListsWhatIsLeft() throws IOException {
        answer =
                "{\"source\":\"<new/>\",\"open\":[{\"elementId\":\"book\",\"message\":\"needs a worker\"}],\"mapped\":[],\"dropped\":[]}";
        Path converted = folder.resolve("new.bpmn");
        assertThat(run("convert", model.toString(), "--out", converted.toString()))
                .isEqualTo(1);
        assertThat(converted).hasContent("<new/>");
        assertThat(received.get()).startsWith("POST /api/v1/conversions Bearer secret");
        assertThat(printed()).contains("by hand  book: needs a worker");
        assertThat(run("convert", model.toString(), model.toString())).isEqualTo(2);
    }

    @Test
    void sendsTheFilesAndPrintsWhatWasDeployed() {
        answer = "{\"deployed\":[{\"file\":\"order.bpmn\",\"id\":\"order\",\"version\":2,\"key\":7}]}";

        assertThat(run("deploy", model.toString(), "--json")).isZero();

        assertThat(received.get())
                .startsWith("POST /api/v1/deployments Bearer secret")
                .contains("filename=\"order.bpmn\"", "<definitions/>");
        assertThat(printed()).contains("\"version\" : 2").contains("\"problems\" : [ ]");
    }

    @Test
    void exitsWithOneWhenTheStudioFindsProblems() {
        status = 422;
        answer =
                "{\"title\":\"x\",\"problems\":[{\"file\":\"order.bpmn\",\"elementId\":\"pay\",\"message\":\"no type\"}]}";

        assertThat(run("deploy", "--dry-run", model.toString(), "--json")).isEqualTo(1);

        assertThat(received.get()).startsWith("POST /api/v1/deployments?dryRun=true ");
        assertThat(printed()).contains("\"deployed\" : [ ]").contains("\"elementId\" : \"pay\"");
    }

    @Test
    void countsErrorsAndWarningsOfTheLinter() {
        answer = """
                {"findings":[{"file":"a","severity":"error","message":"m"},{"severity":"warn"},{"severity":"warning"}]}""";

        assertThat(run("lint", model.toString(), "--json")).isEqualTo(1);

        assertThat(printed()).contains("\"errors\" : 1").contains("\"warnings\" : 2");
    }

    @Test
    void tellsWrongUseFromARefusalFromAStudioThatIsAway() {
        assertThat(run("deploy", folder.resolve("none.bpmn").toString())).isEqualTo(2);
        assertThat(run("deploy")).isEqualTo(2);
        status = 401;
        assertThat(run("deploy", model.toString())).isEqualTo(1);
        status = 503;
        assertThat(run("deploy", model.toString())).isEqualTo(3);
        studio.stop(0);
        assertThat(run("deploy", model.toString())).isEqualTo(3);
        assertThat(Tillflow.commandLine().execute("lint", "--data", folder.toString(), model.toString()))
                .isEqualTo(3);
    }

    @Test
    void writesWhatARoundtripSavedAndFailsWhenSomethingWasLost() throws IOException {
        Path out = folder.resolve("saved.bpmn");
        answer =
                "{\"lost\":[],\"added\":[],\"changed\":[],\"shapes_before\":3,\"shapes_after\":3,\"source\":\"<kept/>\"}";
        assertThat(run("roundtrip", model.toString(), "--out", out.toString(), "--json"))
                .isZero();
        assertThat(out).hasContent("<kept/>");
        assertThat(printed()).contains("\"shapes_before\" : 3").doesNotContain("kept");
        answer = "{\"lost\":[{\"path\":\"a/b\"}],\"source\":\"\"}";
        assertThat(run("roundtrip", model.toString(), "--json")).isEqualTo(1);
    }

    @Test
    void mergesIntoAFileAndNamesConflicts() throws IOException {
        Path out = folder.resolve("merged.bpmn");
        String file = model.toString();
        answer = "{\"conflicts\":[],\"source\":\"<both/>\"}";
        assertThat(run("merge", file, file, file, "--out", out.toString(), "--json"))
                .isZero();
        assertThat(out).hasContent("<both/>");
        answer = "{\"conflicts\":[{\"elementId\":\"pay\"}],\"source\":\"\"}";
        assertThat(run("merge", file, file, file, "--json")).isEqualTo(1);
        assertThat(run("merge", file, file)).isEqualTo(2);
    }

    @Test
    void sendsTheScenariosBesideAModelAndWantsNineOfTenMistakesNoticed() throws IOException {
        Path beside = Files.createDirectory(folder.resolve("order.scenarios"));
        Files.writeString(beside.resolve("paid.yaml"), "name: paid");
        answer =
                "{\"scenarios\":1,\"passed\":1,\"failed\":[],\"mutation\":{\"mutants\":10,\"killed\":9,\"survivors\":[]}}";
        assertThat(run("test", model.toString(), "--mutate", "--json")).isZero();
        assertThat(received.get()).startsWith("POST /api/v1/tests?mutate=true ").contains("filename=\"paid.yaml\"");
        answer = answer.replace("\"killed\":9", "\"killed\":8");
        assertThat(run("test", "order", "--mutate", "--json")).isEqualTo(1);
    }

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

    private int schedules(String... arguments) {
        return nested("schedules", arguments);
    }

    private int nested(String command, String... arguments) {
        String[] all = new String[arguments.length + 6];
        String[] where = {"automations", command, "--studio", address(), "--token", "secret"};
        System.arraycopy(where, 0, all, 0, where.length);
        System.arraycopy(arguments, 0, all, where.length, arguments.length);
        return Tillflow.commandLine().execute(all);
    }

    private String address() {
        return "http://127.0.0.1:" + studio.getAddress().getPort();
    }

    private int run(String command, String... arguments) {
        String[] all = new String[arguments.length + 5];
        all[0] = command;
        all[1] = "--studio";
        all[2] = "http://127.0.0.1:" + studio.getAddress().getPort();
        all[3] = "--token";
        all[4] = "secret";
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        return Tillflow.commandLine().execute(all);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
