package io.tillflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A killed owner leaves no engine behind. */
class OrphanTest {
    @Test
    @Timeout(180)
    void engineEndsWithItsOwner() throws Exception {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = owner.inputReader(StandardCharsets.UTF_8)) {
            URI gateway = URI.create(said.readLine());
            ProcessHandle engine = owner.children().findFirst().orElseThrow();
            assertThat(SandboxEngineTest.accepts(InetAddress.getLoopbackAddress(), gateway.getPort()))
                    .isTrue();
            owner.destroyForcibly().waitFor();
            engine.onExit().get(60, TimeUnit.SECONDS);
            assertThat(SandboxEngineTest.accepts(InetAddress.getLoopbackAddress(), gateway.getPort()))
                    .isFalse();
        }
    }

    /** Starts an engine, says where, and waits to be killed. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] args) {
            try (SandboxEngine engine = SandboxEngine.start()) {
                System.out.println(engine.gatewayAddress());
                engine.awaitIdle(Duration.ofMinutes(1));
                new Semaphore(0).acquireUninterruptibly();
            }
        }
    }
}
