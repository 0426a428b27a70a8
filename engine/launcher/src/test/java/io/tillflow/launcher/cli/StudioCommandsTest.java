package io.tillflow.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StudioCommandsTest extends StudioCommands {

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
        answer = "{\"source\":\"<new/>\",\"open\":[{\"elementId\":\"book\",\"message\":\"needs a"
                + " worker\"}],\"mapped\":[],\"dropped\":[]}";
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
        answer = "{\"title\":\"x\",\"problems\":[{\"file\":\"order.bpmn\",\"elementId\":\"pay\",\"message\":\"no"
                + " type\"}]}";

        assertThat(run("deploy", "--dry-run", model.toString(), "--json")).isEqualTo(1);

        assertThat(received.get()).startsWith("POST /api/v1/deployments?dryRun=true ");
        assertThat(printed()).contains("\"deployed\" : [ ]").contains("\"elementId\" : \"pay\"");
    }

    @Test
    void countsErrorsAndWarningsOfTheLinter() {
        answer = """
            {"findings":[{"file":"a","severity":"error","message":"m"},{"severity":"warn"},{"severity":"warning"}]}\
            """;

        assertThat(run("lint", model.toString(), "--json")).isEqualTo(1);

        assertThat(printed()).contains("\"errors\" : 1").contains("\"warnings\" : 2");
    }

    @Test
    void deploysRedScenariosOnlyWhenAskedTo() {
        status = 422;
        answer = "{\"title\":\"Nothing was deployed\",\"detail\":\"deploy"
                + " anyway\",\"scenarios\":{\"played\":3,\"red\":1,\"notPlayable\":[]},\"problems\":[{\"file\":\"order.bpmn\",\"elementId\":\"pay\",\"rule\":\"scenario\",\"message\":\"went"
                + " otherwise\"}]}";
        assertThat(run("deploy", model.toString(), "--json")).isEqualTo(1);
        assertThat(printed()).contains("\"played\" : 3", "\"red\" : 1", "went otherwise");
        status = 200;
        answer = "{\"deployed\":[],\"problems\":[]}";
        assertThat(run("deploy", "--anyway", model.toString())).isZero();
        assertThat(received.get()).startsWith("POST /api/v1/deployments?anyway=true ");
    }

    @Test
    void promisesNoScenariosWhereThereMayBeNone() throws IOException {
        PrintStream stderr = System.err;
        PipedInputStream pipe = new PipedInputStream();
        BufferedReader said = new BufferedReader(new InputStreamReader(pipe, StandardCharsets.UTF_8));
        PipedOutputStream errors = new PipedOutputStream(pipe);
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        AtomicReference<String> meanwhile = new AtomicReference<>("");
        first = () -> meanwhile.set(lineOf(said));
        answer = "{\"deployed\":[],\"problems\":[],\"scenarios\":{\"played\":0,\"red\":0,\"notPlayable\":[]}}";
        try {
            assertThat(run("deploy", model.toString())).isZero();
        } finally {
            System.setErr(stderr);
            errors.close();
        }
        assertThat(meanwhile.get()).startsWith("checking, and playing what scenarios and cases there are, ");
        assertThat(said.lines()).contains("there were no scenarios or cases to play");
    }

    private static String lineOf(BufferedReader said) {
        try {
            return said.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tellsWhatOfThePastCannotBeCompared() {
        answer =
                "{\"replayed\":2,\"same\":1,\"different\":[],\"repaired\":[{\"instance\":\"UM-7\",\"key\":7,\"acts\":[\"variables.set\"]}]}";
        assertThat(run("backtest", "order")).isZero();
        assertThat(printed())
                .contains("UM-7 repaired by hand: not comparable (variables.set)", "1 the same, 1 not comparable");
    }

    @Test
    void saysOfAFolderWhichFilesWouldBeTaken() throws IOException {
        Path deep = Files.createDirectory(folder.resolve("deep"));
        Path other = Files.writeString(deep.resolve("order.bpmn"), "<definitions/>");
        Files.writeString(deep.resolve("notes.txt"), "no model");
        answer = "{\"findings\":[{\"file\":\"order.bpmn\",\"elementId\":\"pay\",\"severity\":\"error\",\"message\":\"no"
                + " type\"}]}";
        assertThat(run("lint", deep.toString())).isEqualTo(1);
        assertThat(received.get()).doesNotContain("notes.txt");
        assertThat(printed()).contains("rejected  " + other + "#pay: no type");
        answer = "{\"findings\":[]}";
        assertThat(run("lint", deep.toString(), "--json")).isZero();
        assertThat(printed()).contains("\"accepted\" : true");
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
        assertThat(printed()).isEmpty();
        assertThat(run("deploy", model.toString(), "--json")).isEqualTo(3);
        assertThat(printed()).contains("\"ok\" : false", "\"reason\" : ");
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
    void sendsTheCasesBesideATableAndSaysWhenNothingCouldBeTried() throws IOException {
        Path table = Files.writeString(folder.resolve("risk.dmn"), "<definitions/>");
        Files.writeString(folder.resolve("risk.cases.json"), "[]");
        Files.writeString(folder.resolve("other.cases.json"), "[]");
        answer = "{\"cases\":2,\"failed\":[{\"model\":\"risk\",\"name\":\"large\",\"detail\":\"it failed\"}]}";
        assertThat(run("test", table.toString())).isEqualTo(1);
        assertThat(received.get())
                .contains("filename=\"risk.dmn\"", "filename=\"risk.cases.json\"")
                .doesNotContain("other.cases.json");
        assertThat(printed()).contains("FAILED  risk, large: it failed");
        answer = "{\"cases\":2,\"failed\":[]}";
        assertThat(run("test", table.toString(), "--json")).isZero();
        answer = "{\"scenarios\":0,\"cases\":0,\"failed\":[],\"not_playable\":[\"risk: made for 8.7\"]}";
        assertThat(run("test", table.toString())).isZero();
        assertThat(printed()).contains("not playable here  risk: made for 8.7");
        answer = "{\"scenarios\":0,\"cases\":0,\"failed\":[]}";
        assertThat(run("test", table.toString())).isEqualTo(1);
    }
}
