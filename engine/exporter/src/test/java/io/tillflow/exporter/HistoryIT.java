package io.tillflow.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.tillflow.exporter.verify.VerificationReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged exporter in a real broker, through crashes of both sides. */
class HistoryIT {

    private static final Suite SUITE = Suite.running();
    private static final TestDatabase DATABASE = SUITE.database();
    private static final TestBroker BROKER = SUITE.broker();

    @BeforeAll
    static void deploy() {
        try (CamundaClient client = BROKER.client()) {
            client.newDeployResourceCommand()
                    .addProcessModel(TestModels.quick(), "quick.bpmn")
                    .send()
                    .join();
        }
    }

    @Test
    void showsWhatHappensWithinASecond() throws Exception {
        List<Duration> delays = new ArrayList<>();
        try (CamundaClient client = BROKER.client()) {
            for (int i = 0; i < 100; i++) {
                long key = startInstance(client);
                long startedAt = System.nanoTime();
                Awaitility.await("instance " + key)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> DATABASE.count("process_instance", "key = " + key) == 1);
                delays.add(Duration.ofNanos(System.nanoTime() - startedAt));
            }
        }
        delays.sort(Comparator.naturalOrder());
        assertThat(delays.get(98)).as("99th percentile").isLessThan(Duration.ofSeconds(1));
    }

    private static long startInstance(CamundaClient client) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId("quick")
                .latestVersion()
                .send()
                .join()
                .getProcessInstanceKey();
    }

    @Test
    void aKilledBrokerLosesAndInventsNothing() throws Exception {
        try (Load load = new Load(BROKER.client())) {
            for (int kill = 0; kill < 2; kill++) {
                int before = load.acknowledged().size();
                Suite.await("some load").until(() -> load.acknowledged().size() > before + 120);
                BROKER.kill();
                BROKER.startAgain();
            }
            finish(load);
        }
        assertHistoryIsWhatTheArchiveSays();
    }

    @Test
    void aDatabaseThatGoesAwayIsWaitedFor() throws Exception {
        try (Load load = new Load(BROKER.client())) {
            Suite.await("some load").until(() -> load.acknowledged().size() > 80);
            DATABASE.goAway();
            int before = load.acknowledged().size();
            Suite.await("load without a database")
                    .until(() -> load.acknowledged().size() > before + 150);
            DATABASE.comeBack();
            finish(load);
        }
        assertHistoryIsWhatTheArchiveSays();
    }

    /** Every instance that the broker acknowledged is in history, worked on to its end, with its job and variables. */
    private static void finish(Load load) throws Exception {
        load.stopStarting();
        List<Long> acknowledged = new ArrayList<>(load.acknowledged());
        String keys = acknowledged.stream().map(String::valueOf).collect(Collectors.joining(","));
        Suite.await("the end of " + acknowledged.size() + " instances")
                .until(() -> DATABASE.count("process_instance", "state = 'COMPLETED' AND key IN (" + keys + ")")
                        == acknowledged.size());
        assertThat(DATABASE.count("job", "state = 'COMPLETED' AND process_instance_key IN (" + keys + ")"))
                .isEqualTo(acknowledged.size());
        assertThat(DATABASE.count("variable", "name = 'result' AND scope_key IN (" + keys + ")"))
                .isEqualTo(acknowledged.size());
    }

    private static void assertHistoryIsWhatTheArchiveSays() throws Exception {
        VerificationReport report = SUITE.verify();
        assertThat(report.json()).contains("\"different\":0").contains("\"problems\":[]");
        assertThat(report.rowsCompared()).isGreaterThan(500);
    }
}
