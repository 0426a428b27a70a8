package io.tillflow.exporter;

import io.camunda.client.CamundaClient;
import io.tillflow.exporter.verify.Verification;
import io.tillflow.exporter.verify.VerificationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** One database and one broker for all tests of a JVM: starting them takes longer than most tests. */
final class Suite {

    private static final class Holder {
        static final Suite RUNNING = new Suite();
    }

    private final TestDatabase database;
    private final TestBroker broker;

    private Suite() {
        try {
            database = TestDatabase.create();
            broker = TestBroker.start(database.access());
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Suite running() {
        return Holder.RUNNING;
    }

    TestDatabase database() {
        return database;
    }

    TestBroker broker() {
        return broker;
    }

    CamundaClient client() {
        return broker.client();
    }

    VerificationReport verify() throws SQLException, IOException {
        return Verification.run(database.access(), broker.archive());
    }

    static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(50));
    }

    private void stop() {
        try {
            broker.close();
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
