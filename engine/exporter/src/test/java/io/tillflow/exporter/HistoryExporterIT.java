package io.tillflow.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.exporter.api.ExporterException;
import io.tillflow.exporter.verify.Rebuild;
import io.tillflow.exporter.verify.Verification;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exporter against a real database, in the situations a broker seldom brings about. */
class HistoryExporterIT {

    private static TestDatabase database;

    @TempDir
    Path archive;

    @BeforeAll
    static void start() throws Exception {
        database = TestDatabase.create();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void forget() throws Exception {
        database.execute("DROP SCHEMA IF EXISTS history CASCADE");
    }

    @Test
    void recordsThatComeAgainAreStoredOnce() throws Exception {
        FakeBroker broker = broker(-1);
        exportAndAwait(broker, 1, 10);
        FakeBroker forgetful = broker(-1);
        HistoryExporter exporter = forgetful.open();
        export(exporter, 1, 15);
        Suite.await("the new records").until(() -> forgetful.acknowledged() == 15);
        exporter.close();
        assertThat(database.count("element_instance", "true")).isEqualTo(15);
        assertThat(Verification.run(database.access(), archive).holds()).isTrue();
    }

    @Test
    void anEmptiedDatabaseIsRefusedUntilItIsRebuilt() throws Exception {
        FakeBroker broker = broker(-1);
        exportAndAwait(broker, 1, 10);
        database.execute("DROP SCHEMA history CASCADE");
        HistoryExporter exporter = broker.open();
        Suite.await("a refusal").until(() -> refuses(exporter, 11));
        assertThatThrownBy(() -> export(exporter, 11, 11))
                .isInstanceOf(ExporterException.class)
                .hasMessageContaining("expected history to reach position 10")
                .hasMessageContaining("Rebuild it from the archive");
        assertThat(broker.acknowledged()).isEqualTo(10);
        Rebuild.run(database.access(), archive, false);
        Suite.await("the exporter to go on").until(() -> !refuses(exporter, 11));
        Suite.await("the next record").until(() -> broker.acknowledged() == 11);
        exporter.close();
        assertThat(database.count("element_instance", "true")).isEqualTo(11);
    }

    @Test
    void anotherBrokersHistoryIsNotContinued() throws Exception {
        exportAndAwait(broker(-1), 1, 10);
        FakeBroker newcomer = broker(-1);
        HistoryExporter exporter = newcomer.open();
        String later = Records.element(1, "ELEMENT_ACTIVATING", 900, "TASK")
                .replace("\"timestamp\":" + Records.TIME, "\"timestamp\":" + (Records.TIME + 1));
        exporter.export(FakeBroker.record(later));
        Suite.await("a refusal").until(() -> refuses(exporter, 2));
        assertThatThrownBy(() -> export(exporter, 2, 2)).hasMessageContaining("another broker");
        exporter.close();
        assertThat(newcomer.acknowledged()).isEqualTo(-1);
        assertThat(database.count("element_instance", "key = 900")).isZero();
    }

    @Test
    void withoutADatabaseItTakesWhatTheBufferHoldsAndNoMore() throws Exception {
        FakeBroker broker = broker(-1).with("bufferRecords", 5).with("batchRecords", 3);
        database.goAway();
        try {
            HistoryExporter exporter = broker.open();
            Suite.await("the outage to be seen").until(() -> !exporter.isWriting());
            assertThatThrownBy(() -> export(exporter, 1, 50))
                    .isInstanceOf(ExporterException.class)
                    .hasMessageContaining("buffer is full");
            assertThat(broker.acknowledged()).isEqualTo(-1);
            database.comeBack();
            Suite.await("room for the rest").until(() -> !refuses(exporter, 50));
            Suite.await("all of it").until(() -> broker.acknowledged() == 50);
            exporter.close();
        } finally {
            if (broker.acknowledged() < 50) {
                database.comeBack();
            }
        }
        assertThat(database.count("element_instance", "key IN (1001, 1005, 1050)"))
                .isEqualTo(3);
    }

    @Test
    void rowsThatAnOutsiderWroteAreOverwritten() throws Exception {
        exportAndAwait(broker(-1), 1, 3);
        database.execute(
                "INSERT INTO history.element_instance SELECT 1005, process_instance_key, process_definition_key,"
                        + " 'forged', element_type, scope_key, state, started_at, ended_at FROM history.element_instance LIMIT 1");
        exportAndAwait(broker(-1), 1, 6);
        assertThat(database.count("element_instance", "element_id = 'forged'")).isZero();
        assertThat(database.count("element_instance", "true")).isEqualTo(6);
        assertThat(Verification.run(database.access(), archive).holds()).isTrue();
    }

    private FakeBroker broker(long acknowledged) {
        return new FakeBroker(database.access(), archive, acknowledged);
    }

    private static void exportAndAwait(FakeBroker broker, long from, long to) throws Exception {
        HistoryExporter exporter = broker.open();
        export(exporter, from, to);
        Suite.await("record " + to).until(() -> broker.acknowledged() == to);
        exporter.close();
    }

    private static void export(HistoryExporter exporter, long from, long to) {
        LongStream.rangeClosed(from, to)
                .mapToObj(position -> Records.element(position, "ELEMENT_ACTIVATING", 1_000 + position, "TASK"))
                .map(FakeBroker::record)
                .forEach(exporter::export);
    }

    private static boolean refuses(HistoryExporter exporter, long position) {
        try {
            export(exporter, position, position);
            return false;
        } catch (ExporterException expected) {
            return true;
        }
    }
}
