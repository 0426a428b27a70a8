package io.tillflow.launcher.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.process.Poll;
import io.tillflow.launcher.process.ProcessIdentity;
import io.tillflow.launcher.process.Signal;
import io.tillflow.launcher.settings.Port;
import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.settings.Settings;
import io.tillflow.launcher.suite.Child;
import io.tillflow.launcher.suite.Rank;
import io.tillflow.launcher.supervisor.RunState.Activity;
import io.tillflow.launcher.supervisor.RunState.ChildState;
import io.tillflow.launcher.supervisor.RunState.Phase;
import io.tillflow.testkit.FreePorts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    private Path home;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Settings settings;
    private SleepingChild database;
    private SleepingChild broker;
    private SleepingChild app;

    @BeforeEach
    void children() {
        settings = settings(Map.of());
        settings.folders().create();
        database = SleepingChild.of("postgres", Rank.DATABASE, Port.DATABASE, home);
        broker = SleepingChild.of("zeebe", Rank.BROKER, Port.GATEWAY, home);
        app = SleepingChild.of("studio", Rank.APP, Port.STUDIO, home);
    }

    @AfterEach
    void leavesNothing() {
        Leftovers.of(state()).stopAll(new Steps(new PrintStream(said, true, StandardCharsets.UTF_8)));
    }

    @Test
    void startsAllAndStopsInTheOppositeOrder() {
        Supervisor supervisor = supervisor(database, broker, app);

        supervisor.start();
        assertThat(state().phase()).isEqualTo(Phase.READY);
        assertThat(state().children()).extracting(ChildState::state).containsOnly(Activity.RUNNING);

        supervisor.stop();
        assertThat(state().phase()).isEqualTo(Phase.STOPPED);
        assertThat(said().replaceAll("(?m)^ +(\\w+) +(\\w+).*$", "$1 $2").lines())
                .containsSubsequence("postgres ready", "studio ready")
                .containsSubsequence("zeebe ready", "studio stopped", "zeebe stopped", "postgres stopped");
    }

    @Test
    void startsAKilledChildAgainAndSaysSo() {
        Supervisor supervisor = supervisor(database, app);
        supervisor.start();
        ProcessIdentity first = process("studio");

        Signal.KILL.send(first);

        await(() -> find("studio").restarts() == 1 && find("studio").state() == Activity.RUNNING);
        assertThat(process("studio")).isNotEqualTo(first);
        assertThat(said()).contains("studio stopped unexpectedly (exit code 137); starting it again in 0.5 s");
        await(() -> said().contains("running again on port"));
        supervisor.stop();
    }

    @Test
    void saysWhyAChildDoesNotStartAndStopsTheOthers() {
        Child failing = app.running("echo 'ERROR no such table'; exit 3");

        assertThatThrownBy(() -> supervisor(database, failing).start())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("studio stopped while starting (exit code 3): ERROR no such table");
        assertThat(state().phase()).isEqualTo(Phase.FAILED);
        assertThat(find("postgres").process()).isNull();
    }

    @Test
    void doesNotWaitForWhatWaitsForTheOneThatFailed() {
        settings = settings(Map.of(Setting.START_LIMIT_SECONDS, "600"));
        Child failing = broker.running("echo 'ERROR the log is damaged'; exit 3");
        Child waiting = app.running("exec sleep 600");

        assertThatThrownBy(() -> supervisor(database, failing, waiting).start())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("zeebe stopped while starting (exit code 3): ERROR the log is damaged");
        assertThat(state().phase()).isEqualTo(Phase.FAILED);
        assertThat(find("studio").process()).isNull();
    }

    @Test
    void whatComputesAllTheWhileGetsLonger() throws IOException {
        Child slow = app.running("while [ ! -e enough ]; do :; done; touch up; exec sleep 600");
        settings = settings(Map.of(Setting.START_LIMIT_SECONDS, "2"));
        Supervisor supervisor = supervisor(slow);
        Thread start = Thread.ofVirtual().start(supervisor::start);

        await(() -> said().contains("studio is still computing after 2 s"));
        Files.createFile(home.resolve("studio/enough"));

        await(() -> !start.isAlive());
        assertThat(state().phase()).isEqualTo(Phase.READY);
        supervisor.stop();
    }

    @Test
    void whatWaitsForNothingIsGivenUpAtTheLimitAndWhatTurnsInCirclesLater() {
        settings = settings(Map.of(Setting.START_LIMIT_SECONDS, "2"));

        assertThatThrownBy(() -> supervisor(app.running("exec sleep 600")).start())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("studio did not get ready within 2 s");
        assertThatThrownBy(() -> supervisor(app.running("while :; do :; done")).start())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("studio did not get ready within 8 s");
    }

    @Test
    void goesOnWithoutWhatWasNotBuilt() {
        Supervisor supervisor = supervisor(database, app.without("studio.jar is not built"));

        supervisor.start();

        assertThat(find("studio").state()).isEqualTo(Activity.MISSING);
        assertThat(said()).contains("studio is missing: studio.jar is not built");
        supervisor.stop();
    }

    @Test
    void adoptsWhatAKilledLauncherLeftAndStopsWhatChanged() {
        Supervisor killed = supervisor(database, app);
        killed.start();
        killed.vanish();
        ProcessIdentity postgres = process("postgres");
        ProcessIdentity studio = process("studio");

        Supervisor next = supervisor(database, app.running("touch up; exec sleep 601"));
        next.start();

        assertThat(process("postgres")).isEqualTo(postgres);
        assertThat(process("studio")).isNotEqualTo(studio);
        assertThat(studio.isAlive()).isFalse();
        assertThat(said()).contains("adopted on port").contains("stopped (left by a killed launcher)");
        next.stop();
        assertThat(postgres.isAlive()).isFalse();
    }

    @Test
    void refusesATakenPortBeforeStartingAnything() throws IOException {
        try (ServerSocket stranger =
                new ServerSocket(settings.ports().of(Port.STUDIO), 1, InetAddress.getLoopbackAddress())) {

            assertThatThrownBy(() -> supervisor(database, app).start())
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("Port " + stranger.getLocalPort() + " for the studio is taken")
                    .hasMessageContaining("--port-base");
        }
        assertThat(state().children()).allMatch(child -> child.process() == null);
    }

    private Settings settings(Map<Setting, String> others) {
        Map<Setting, String> all = new EnumMap<>(Map.of(Setting.PORT_BASE, "" + FreePorts.first(10)));
        all.putAll(others);
        return Settings.load(home, Map.of(), all);
    }

    private Supervisor supervisor(Child... children) {
        return new Supervisor(
                settings, List.of(children), new Steps(new PrintStream(said, true, StandardCharsets.UTF_8)));
    }

    private RunState state() {
        return new RunFile(settings.folders()).read(0);
    }

    private ChildState find(String name) {
        return state().children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ProcessIdentity process(String name) {
        return Objects.requireNonNull(find(name).process());
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Poll.until(Duration.ofSeconds(20), Duration.ofMillis(20), condition))
                .isTrue();
    }
}
