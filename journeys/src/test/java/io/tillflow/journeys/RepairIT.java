package io.tillflow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.journeys.Asking.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Instances that failed are repaired, one and many at once, and each receipt comes true on the real engine. */
class RepairIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String PENDING =
            "select count(*) from studio.repair_batch_item where batch_id = ? and state = 'PENDING'";
    private static final String MINE =
            " join history.variable v using (process_instance_key) where v.name = 'lot' and v.value = to_jsonb(?::text)";
    private static final String STEPS =
            "select count(*) from history.element_instance e" + MINE + " and e.element_id = 'look'";
    private static final String FAILURES = "select count(*) from history.incident i" + MINE;

    private static final String AUDITED = """
            select count(*) from studio.audit where subject = 'instance/' || ? and (action = 'instance.modified'
               and before -> 'tokens' = '["look"]' and after -> 'tokens' = '["settle"]' or action = 'variables.set' and after = '{"why": "moved"}')""";

    private final RunningSuite suite = RunningSuite.get();
    private final List<String> keys = new ArrayList<>();
    private final String lot = UUID.randomUUID().toString();

    @BeforeEach
    void fiveThatFail() {
        Path model = suite.home().resolve("journeys/src/test/resources/repair-me.bpmn");
        suite.cli().run(LIMIT, "deploy", model.toString(), "--json").ok();
        start(5);
    }

    private void start(int more) {
        for (int i = 0; i < more; i++) {
            Answer started = post("/instances", "{\"process\":\"repair-me\",\"variables\":{\"lot\":\"" + lot + "\"}}");
            assertThat(started.status()).as(started.body()).isEqualTo(201);
            keys.add(started.json().path("key").asString());
        }
        eventually(keys.size() + " incidents", () -> count("state=incident") == keys.size());
    }

    @Test
    void aBatchSetsAVariableAndRetriesAndThenTokensAreMoved() throws SQLException {
        String order = "{\"kind\":\"SET_VARIABLES\",\"filter\":\"" + mine("state=incident")
                + "\",\"variables\":{\"known\":true}}";
        assertThat(post("/batches/preview", order).json().path("instances").asInt())
                .isEqualTo(5);
        String batch = post("/batches", order).json().path("id").asString();
        eventually(
                "the batch to be done",
                () -> get("/batches/" + batch).path("state").asString().equals("DONE"));
        assertThat(get("/batches/" + batch).path("progress").path("done").asInt())
                .isEqualTo(5);
        eventually("no incident to be left", () -> count("state=incident") == 0 && count("element=look") == 5);

        String move = "{\"moves\":[{\"from\":\"look\",\"to\":\"settle\"}],\"variables\":{\"why\":\"moved\"}}";
        JsonNode moved = visible(post("/instances/" + keys.getFirst() + "/modify", move));
        assertThat(moved.path("position").asLong()).isPositive();
        eventually("the token to be there", () -> count("element=settle") == 1);
        assertThat(post("/instances/" + keys.getFirst() + "/modify", move).status())
                .isEqualTo(422);
        assertThat(get("/instances/" + keys.getFirst() + "/variables").toString())
                .contains("\"moved\"");
        try (Connection database = suite.database()) {
            assertThat(number(database, AUDITED, keys.getFirst()))
                    .as("the move with where it stood before and after, and what it set")
                    .isEqualTo(2);
        }

        assertThat(visible(post("/instances/" + keys.get(1) + "/cancel", ""))
                        .path("position")
                        .asLong())
                .isPositive();
        assertThat(get("/instances/" + keys.get(1))
                        .path("instance")
                        .path("state")
                        .asString())
                .isEqualTo("CANCELLED");
        assertThat(post("/instances/" + keys.get(1) + "/cancel", "").status()).isEqualTo(409);
    }

    @Test
    void aBatchTakesInstancesAlongToTheVersionThatJustWentLive() throws IOException {
        repairMine();
        eventually("each to have gone on", () -> count("element=look") == 5);
        Path model = suite.home().resolve("journeys/src/test/resources/repair-me.bpmn");
        Path changed =
                Files.createDirectories(suite.home().resolve("target/" + lot)).resolve("repair-me.bpmn");
        Files.writeString(changed, Files.readString(model).replace("name=\"Look at it\"", "name=\"Look " + lot + "\""));
        JsonNode deployed = suite.cli()
                .run(LIMIT, "deploy", changed.toString(), "--json")
                .ok()
                .json();
        String key = deployed.path("deployed").get(0).path("key").asString();
        String order = "{\"kind\":\"MIGRATE\",\"filter\":\"" + mine("state=open") + "\",\"to\":\"" + key + "\"}";
        String batch = "/batches/" + post("/batches", order).json().path("id").asString();
        eventually(
                "the batch to be done",
                () -> get(batch).path("state").asString().equals("DONE"));
        assertThat(get(batch).path("progress").path("done").asInt())
                .as(get(batch + "/items").toString())
                .isEqualTo(5);
        int version = deployed.path("deployed").get(0).path("version").asInt();
        eventually("all of them to be there", () -> count("version=" + version) == 5);
    }

    @Test
    void aBatchGoesOnWhereItWasAfterTheStudioWasKilled() throws SQLException {
        try (Connection database = suite.database()) {
            database.setAutoCommit(false);
            String batch;
            do { // on to more instances, should these have been quicker than the lock
                start(115);
                batch = repairMine();
            } while (!holdTheLast(database, batch));
            killTheStudioIn(batch);
            assertThat(number(database, PENDING, Long.parseLong(batch))).isPositive();
            database.rollback();
            String path = "/batches/" + batch;
            eventually(
                    "the batch to be done",
                    () -> get(path).path("state").asString().equals("DONE"));
            assertThat(get(path).path("progress").path("refused").asInt()).isZero();
        }
        eventually("each to have gone on", () -> count("state=incident") == 0 && count("element=look") == keys.size());
        try (Connection database = suite.database()) {
            assertThat(number(database, STEPS, lot)).as("none twice").isEqualTo(keys.size());
            assertThat(number(database, FAILURES, lot)).as("none in vain").isEqualTo(keys.size());
        }
    }

    private String repairMine() {
        String order = "{\"kind\":\"SET_VARIABLES\",\"filter\":\"" + mine("state=incident")
                + "\",\"variables\":{\"known\":true}}";
        return post("/batches", order).json().path("id").asString();
    }

    private void killTheStudioIn(String batch) {
        ProcessHandle studio = ProcessHandle.of(suite.pid("studio")).orElseThrow();
        eventually(
                "some results",
                () -> get("/batches/" + batch).path("progress").path("done").asInt() > 0);
        assertThat(studio.destroyForcibly()).isTrue();
        studio.onExit().join();
    }

    /** Keeps the last instance of a batch from being tried, so that the batch is surely under way for as long as the lock is held. */
    private static boolean holdTheLast(Connection database, String batch) throws SQLException {
        try (PreparedStatement last = database.prepareStatement("""
                select 1 from studio.repair_batch_item where batch_id = ? and state = 'PENDING'
                 order by instance_key desc limit 1 for update""")) {
            last.setLong(1, Long.parseLong(batch));
            try (ResultSet row = last.executeQuery()) {
                return row.next();
            }
        }
    }

    private static long number(Connection database, String sql, Object of) throws SQLException {
        try (PreparedStatement asked = database.prepareStatement(sql)) {
            asked.setObject(1, of);
            try (ResultSet row = asked.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getLong(1);
            }
        }
    }

    /** The receipt's command, once history shows it. */
    private JsonNode visible(Answer receipt) {
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(202);
        String path = "/commands/" + receipt.json().path("id").asString();
        eventually(
                "the command to be visible",
                () -> get(path).path("state").asString().equals("VISIBLE"));
        return get(path);
    }

    private static void eventually(String what, BooleanSupplier holds) {
        Wait.until(what, () -> holds.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    private long count(String filter) {
        return get("/instances/count?" + mine(filter)).path("count").asLong();
    }

    private String mine(String filter) {
        return "process=repair-me&var=lot%3D" + lot + "&" + filter;
    }

    private JsonNode get(String path) {
        Answer answer = Asking.get(suite.studio() + "/api/v1" + path, suite.secret("cli-token"));
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer post(String path, String json) {
        return Asking.post(suite.studio() + "/api/v1" + path, suite.secret("cli-token"), json);
    }
}
