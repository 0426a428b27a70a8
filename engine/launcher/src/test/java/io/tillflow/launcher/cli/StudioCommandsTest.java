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
    void exportWritesWhatTheStudioGivesAndSaysWhyItDoesNot() throws IOException {
        answer = "<svg/>";
        Path picture = folder.resolve("order.svg");
        assertThat(run(
                        "export",
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
                        "export",
                        "gone",
                        "--format",
                        "pdf",
                        "--out",
                        folder.resolve("gone.pdf").toString()))
                .isEqualTo(1);
        assertThat(folder.resolve("gone.pdf")).doesNotExist();
        assertThat(run("export", "order", "--format", "doc")).isEqualTo(2);
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
