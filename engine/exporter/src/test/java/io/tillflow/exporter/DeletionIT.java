package io.tillflow.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.tillflow.exporter.projection.HistoryTable;
import io.tillflow.exporter.verify.Rebuild;
import io.tillflow.exporter.verify.Verification;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ended instances that an operator deletes: all about them is gone, and stays gone whatever comes later or is replayed. */
class DeletionIT {

    private static final Suite SUITE = Suite.running();
    private static final TestDatabase DATABASE = SUITE.database();

    @TempDir
    Path archive;

    @Test
    void anEndedInstanceGoesWithThoseItCalledAndTheArchiveStillAgrees() throws Exception {
        try (CamundaClient client = SUITE.client()) {
            client.newDeployResourceCommand()
                    .addProcessModel(TestModels.caller(), "caller.bpmn")
                    .addProcessModel(TestModels.quick(), "quick.bpmn")
                    .send()
                    .join();
            long kept = publish(client, "kept");
            long caller = publish(client, "gone");
            long called = Long.parseLong(DATABASE.query(
                    "SELECT key FROM history.process_instance WHERE parent_process_instance_key = " + caller));
            assertThat(DATABASE.query(
                            "SELECT e.element_id FROM history.process_instance p JOIN history.element_instance e"
                                    + " ON e.key = p.parent_element_instance_key WHERE p.key = " + called))
                    .isEqualTo("call");
            assertThatThrownBy(() -> delete(caller)).hasMessageContaining("still runs");
            assertThat(rowsAbout(caller)).isPositive();
            complete(client, 2);
            awaitEnd(caller);
            DATABASE.execute("UPDATE history.process_instance SET state = 'ACTIVE' WHERE key = " + caller);
            assertThatThrownBy(() -> delete(called)).as("its caller runs").hasMessageContaining(caller + " still runs");
            DATABASE.execute("UPDATE history.process_instance SET state = 'COMPLETED' WHERE key = " + caller);
            awaitEnd(kept);
            String said = "SELECT variables FROM history.message WHERE correlation_key = 'gone'";
            assertThat(DATABASE.query(said)).contains("ada@example.org");

            assertThat(delete(caller)).isEqualTo("{" + caller + "," + called + "}");

            assertThat(rowsAbout(caller) + rowsAbout(called)).isZero();
            assertThat(rowsAbout(kept)).isPositive();
            assertThat(DATABASE.query(said)).isEqualTo("{}");
            assertThat(DATABASE.count("message_correlation", "process_instance_key = " + caller))
                    .as("that it was heard stays")
                    .isEqualTo(1);
            assertThat(delete(caller)).as("again").isEqualTo("{}");
            assertThat(SUITE.verify().json()).contains("\"different\":0").contains("\"problems\":[]");
        }
    }

    @Test
    void whatComesLateAndAReplacedHistoryDoNotBringItBack() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            FakeBroker broker = new FakeBroker(database.access(), archive, -1);
            HistoryExporter exporter = broker.open();
            List<String> story = List.of(
                    Records.element(1, "ELEMENT_ACTIVATING", 100, "PROCESS"),
                    Records.variable(2, "CREATED", 100, "email", "\"ada@example.org\""),
                    Records.job(3, "CREATED", ""),
                    Records.incident(4, "CREATED", 500),
                    Records.element(5, "ELEMENT_COMPLETED", 100, "PROCESS"));
            export(exporter, broker, story);
            database.execute("SELECT history.delete_ended(100)");
            assertThat(database.query("SELECT count(*) FROM history.variable")).isEqualTo("0");

            export(
                    exporter,
                    broker,
                    List.of(
                            Records.incident(6, "RESOLVED", 500),
                            Records.variable(7, "CREATED", 100, "late", "\"ada@example.org\""),
                            Records.element(8, "ELEMENT_ACTIVATING", 108, "TASK")));
            exporter.close();
            assertThat(
                            database.query(
                                    "SELECT (SELECT count(*) FROM history.variable) + (SELECT count(*) FROM history.element_instance)"))
                    .isEqualTo("0");
            assertThat(Verification.run(database.access(), archive).holds()).isTrue();

            Rebuild.run(database.access(), archive, true);
            assertThat(
                            database.query(
                                    "SELECT (SELECT count(*) FROM history.variable) + (SELECT count(*) FROM history.process_instance)"))
                    .isEqualTo("0");
            assertThat(database.query("SELECT count(*) FROM history.deletion")).isEqualTo("1");
            assertThat(Verification.run(database.access(), archive).holds()).isTrue();

            database.execute("DELETE FROM history.deletion");
            assertThat(Verification.run(database.access(), archive).holds())
                    .as("a deletion that nobody wrote down is found")
                    .isFalse();
        }
    }

    @Test
    void aReplacedHistoryIsCutWhereRetentionHadCutIt() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            FakeBroker broker = new FakeBroker(database.access(), archive, -1);
            HistoryExporter exporter = broker.open();
            String ofPartitionOne = ":" + ((1L << 51) + 100) + ",";
            List<String> story = List.of(
                    Records.element(1, "ELEMENT_ACTIVATING", 100, "PROCESS").replace(":100,", ofPartitionOne),
                    Records.element(2, "ELEMENT_COMPLETED", 100, "PROCESS").replace(":100,", ofPartitionOne));
            export(exporter, broker, story);
            exporter.close();
            String left =
                    "SELECT (SELECT count(*) FROM history.process_instance) || '/' || count(*) FROM history.retention";
            assertThat(database.query(left)).isEqualTo("1/0");
            database.execute("INSERT INTO history.retention VALUES (1, now())");
            Rebuild.run(database.access(), archive, true);
            assertThat(database.query(left))
                    .as("also if it was deleted by hand before")
                    .isEqualTo("0/1");
        }
    }

    private static void export(HistoryExporter exporter, FakeBroker broker, List<String> records) {
        long last = 0;
        for (String record : records) {
            exporter.export(FakeBroker.record(record));
            last = Math.max(last, Records.positionOf(record));
        }
        long position = last;
        Suite.await("record " + position).until(() -> broker.acknowledged() == position);
    }

    /** The instance that the message began. */
    private static long publish(CamundaClient client, String name) throws SQLException {
        client.newPublishMessageCommand()
                .messageName("call-please")
                .correlationKey(name)
                .timeToLive(Duration.ofMinutes(1))
                .variables(Map.of("email", "ada@example.org", "who", name))
                .send()
                .join();
        String started = "SELECT process_instance_key FROM history.variable WHERE name = 'who' AND value = '\"" + name
                + "\"' AND scope_key = process_instance_key AND process_instance_key IN"
                + " (SELECT parent_process_instance_key FROM history.process_instance)";
        Suite.await("the instance of " + name)
                .until(() -> !DATABASE.query(started).isEmpty());
        return Long.parseLong(DATABASE.query(started));
    }

    private static void complete(CamundaClient client, int jobs) {
        int done = 0;
        while (done < jobs) {
            var activated = client.newActivateJobsCommand()
                    .jobType("work")
                    .maxJobsToActivate(jobs)
                    .requestTimeout(Duration.ofSeconds(60))
                    .send()
                    .join()
                    .getJobs();
            activated.forEach(job -> client.newCompleteCommand(job).send().join());
            done += activated.size();
        }
    }

    private static void awaitEnd(long key) {
        Suite.await("the end of " + key)
                .until(() -> DATABASE.count("process_instance", "state = 'COMPLETED' AND key = " + key) == 1);
    }

    private static String delete(long key) throws SQLException {
        try (var connection = DATABASE.access().connect("test");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT history.delete_ended(" + key + ")")) {
            rows.next();
            String keys = rows.getString(1);
            connection.commit();
            return keys;
        }
    }

    private static long rowsAbout(long instance) throws SQLException {
        List<String> counts = new ArrayList<>();
        for (HistoryTable table : HistoryTable.values()) {
            if (table != HistoryTable.MESSAGE_CORRELATION && table.hasColumn("process_instance_key")) {
                counts.add("(SELECT count(*) FROM history." + table.sqlName() + " WHERE process_instance_key = "
                        + instance + ")");
            }
        }
        counts.add("(SELECT count(*) FROM history.process_instance WHERE key = " + instance + ")");
        return Long.parseLong(DATABASE.query("SELECT " + String.join(" + ", counts)));
    }
}
