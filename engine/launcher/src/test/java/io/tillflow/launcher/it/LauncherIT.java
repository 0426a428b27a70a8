package io.tillflow.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.launcher.dist.Distribution;
import io.tillflow.launcher.it.Checkout.Outcome;
import io.tillflow.launcher.process.Poll;
import io.tillflow.launcher.process.ProcessIdentity;
import io.tillflow.launcher.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One life of a suite, step by step; starting the broker for each test would take minutes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private static Path home;

    private static Checkout checkout;
    private static Outcome firstStart;

    @BeforeAll
    static void up() throws IOException, InterruptedException {
        checkout = Checkout.in(home);
        firstStart = checkout.run("up", "--detach");
    }

    @AfterAll
    static void leavesNothing() throws IOException, InterruptedException {
        checkout.run("down");
    }

    @Test
    @Order(1)
    void startsEverythingAndTellsThePasswordOnce() {
        assertThat(firstStart.exit()).as(firstStart.out()).isZero();
        assertThat(firstStart.out())
                .containsPattern("postgres +ready on port " + (checkout.base() + 3) + " +\\d+\\.\\d s")
                .containsPattern("zeebe +ready on port " + (checkout.base() + 4))
                .contains("Shop    http://localhost:" + checkout.base())
                .contains("as \"admin\" with the password " + secret("admin-password"));
        assertThat(home.resolve("data/logs/launcher.log")).content().doesNotContain(secret("admin-password"));
    }

    @Test
    @Order(2)
    void saysWhatRunsAndWhatItUses() throws IOException, InterruptedException {
        JsonNode status = checkout.status();

        assertThat(status.get("ready").asBoolean()).as(status.toString()).isTrue();
        for (JsonNode process : status.get("processes")) {
            assertThat(process.get("state").asString()).isEqualTo("running");
            assertThat(process.get("health").asString()).isEqualTo("up");
            assertThat(process.get("pss_bytes").asLong()).isPositive();
        }
        assertThat(checkout.run("status").exit()).isZero();
    }

    @Test
    @Order(2)
    void listensBeyondLoopbackWithTheShopOnly() throws IOException, InterruptedException {
        List<Listening> beyond = new ArrayList<>();
        int seen = 0;
        for (JsonNode process : checkout.processes()) {
            List<Listening> sockets = Listening.of(process.get("pid").asLong());
            seen += sockets.size();
            sockets.stream().filter(socket -> !socket.loopback()).forEach(beyond::add);
        }

        assertThat(seen).isGreaterThanOrEqualTo(10); // three apps, database, broker's five and its gossip
        assertThat(beyond).extracting(Listening::port).containsOnly(checkout.base());
    }

    @Test
    @Order(2)
    void keepsTheDatabaseDurableAndLocked() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + (checkout.base() + 3) + "/tillflow";
        try (Connection connection = DriverManager.getConnection(url, "tillflow", secret("database-password"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT current_setting('fsync'), current_setting('synchronous_commit'), datcollate,
                               pg_encoding_to_char(encoding), pg_get_userbyid(datdba),
                               (SELECT usesuper FROM pg_user WHERE usename = current_user)
                        FROM pg_database WHERE datname = 'tillflow'""")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("on");
            assertThat(row.getString(2)).isEqualTo("on");
            assertThat(row.getString(4)).isEqualTo("UTF8");
            assertThat(row.getString(5)).isEqualTo("tillflow");
            assertThat(row.getBoolean(6)).isFalse();
        }
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        DriverManager.getConnection(url, "tillflow", "guess").close())
                .isInstanceOf(SQLException.class);
    }

    @Test
    @Order(3)
    void saysThatItAlreadyRuns() throws IOException, InterruptedException {
        Outcome second = checkout.run("up");

        assertThat(second.exit()).isZero();
        assertThat(second.out()).contains("already runs on " + home.resolve("data"));
    }

    @Test
    @Order(4)
    void startsAKilledDatabaseAgain() throws IOException, InterruptedException {
        long before = checkout.pid("postgres");

        Signal.KILL.send(ProcessIdentity.of(before).orElseThrow());

        Path log = home.resolve("data/logs/launcher.log");
        assertThat(Poll.until(LIMIT, Duration.ofMillis(100), () -> read(log).contains("running again on port")))
                .as(read(log))
                .isTrue();
        assertThat(read(log)).contains("postgres stopped unexpectedly (exit code 137); starting it again in");
        assertThat(checkout.pid("postgres")).isNotEqualTo(before);
    }

    @Test
    @Order(5)
    void takesOverWhatAKilledLauncherLeft() throws IOException, InterruptedException {
        long broker = checkout.pid("zeebe");
        long database = checkout.pid("postgres");
        Signal.KILL.send(ProcessIdentity.of(checkout.pid("launcher")).orElseThrow());
        assertThat(checkout.run("status").exit()).isEqualTo(3);

        Outcome next = checkout.run("up", "--detach");

        assertThat(next.exit()).as(next.out()).isZero();
        assertThat(next.out()).contains("adopted on port").doesNotContain("password");
        assertThat(checkout.pid("zeebe")).isEqualTo(broker);
        assertThat(checkout.pid("postgres")).isEqualTo(database);
    }

    @Test
    @Order(6)
    void stopsAppsBrokerDatabaseInThatOrder() throws IOException, InterruptedException {
        List<Long> pids = new ArrayList<>();
        for (JsonNode process : checkout.processes()) {
            pids.add(process.get("pid").asLong());
        }

        Outcome down = checkout.run("down");

        assertThat(down.exit()).as(down.out()).isZero();
        assertThat(down.out().indexOf("storefront ")).isLessThan(down.out().indexOf("zeebe "));
        assertThat(down.out().indexOf("zeebe ")).isLessThan(down.out().indexOf("postgres "));
        assertThat(pids).noneMatch(pid -> ProcessIdentity.of(pid).isPresent());
        assertThat(home.resolve("data/postgres/postmaster.pid")).doesNotExist();
        assertThat(checkout.run("down").out()).contains("Nothing runs on");
    }

    @Test
    @Order(7)
    void deletesOnlyWhenToldSo() throws IOException, InterruptedException {
        assertThat(checkout.run("reset").exit()).isEqualTo(1);
        assertThat(home.resolve("data/postgres/PG_VERSION")).exists();

        assertThat(checkout.run("reset", "--yes").exit()).isZero();

        assertThat(home.resolve("data/postgres")).doesNotExist();
        assertThat(home.resolve("data/secrets.properties")).doesNotExist();
        Path broker = home.resolve("data/dist").resolve(Distribution.ZEEBE.folder());
        assertThat(broker.resolve("lib").toFile().list())
                .filteredOn(jar -> jar.startsWith("feel-engine-"))
                .containsExactly("feel-engine-1.18.5.jar");
    }

    private static String secret(String name) {
        Properties secrets = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("data/secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return secrets.getProperty(name);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
