package io.tillflow.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

    @Test
    void knowsTheRunningProcess() {
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();

        assertThat(self.isAlive()).isTrue();
        assertThat(self.handle()).contains(ProcessHandle.current());
    }

    @Test
    void isNotFooledByAReusedId() {
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
        ProcessIdentity former = new ProcessIdentity(self.pid(), self.started() - 1);

        assertThat(former.isAlive()).isFalse();
        assertThat(former.handle()).isEmpty();
        Signal.KILL.send(former); // would end this very test if it were fooled
    }

    @Test
    void forgetsWhatEnded() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElseThrow();

        assertThat(new Stop(Signal.TERM, Duration.ofSeconds(5)).apply(identity)).isTrue();

        assertThat(process.waitFor()).isEqualTo(143);
        assertThat(identity.isAlive()).isFalse();
    }

    @Test
    void killsWhatDoesNotStopWhenAsked() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done").start();
        process.inputReader().readLine();
        ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElseThrow();

        assertThat(new Stop(Signal.TERM, Duration.ofMillis(300)).apply(identity))
                .isFalse();

        assertThat(process.waitFor()).isEqualTo(137);
    }
}
