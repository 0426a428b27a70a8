package io.tillflow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.testkit.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The apps alone, on a database and a Zeebe that somebody else runs: here, those of the suite under test. */
class ExternalIT {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final RunningSuite suite = RunningSuite.get();

    @TempDir
    private Path data;

    /** Copies of the apps share the database, so they share the secrets too. */
    @BeforeEach
    void shareSecrets() throws IOException {
        Files.copy(suite.secrets(), data.resolve("secrets.properties"));
    }

    @Test
    void ordersRunOnADatabaseAndAZeebeThatTheLauncherDidNotStart() {
        Cli cli = new Cli(
                suite.home(),
                data,
                Map.of(
                        "TILLFLOW_DATABASE_URL", suite.databaseUrl(),
                        "TILLFLOW_DATABASE_USER", "tillflow",
                        "TILLFLOW_DATABASE_PASSWORD", suite.secret("database-password"),
                        "TILLFLOW_GATEWAY", suite.gatewayUrl(),
                        "TILLFLOW_GATEWAY_REST", suite.gatewayRestUrl()));
        try {
            cli.run(LIMIT, "up", "--detach", "--port-base=" + FreePorts.first(RunningSuite.PORTS))
                    .ok();
            assertThat(running(cli)).containsExactlyInAnyOrder("connectors", "storefront", "studio", "launcher");
            JsonNode doctor = cli.run(LIMIT, "doctor", "--json").ok().json();
            assertThat(doctor.path("database_url").asString())
                    .endsWith(suite.databaseUrl().substring("jdbc:postgresql://".length()));
            assertThat(doctor.path("gateway").asString()).isEqualTo(suite.gatewayUrl());

            JsonNode report = cli.run(LIMIT, "demo", "--orders=5", "--rate=2", "--seed=3", "--settle", "--json")
                    .ok()
                    .json();
            assertThat(report.path("placed").asInt()).isEqualTo(5);
            assertThat(report.path("lost").asInt()).isZero();
            assertThat(report.path("duplicates").asInt()).isZero();
        } finally {
            cli.run(LIMIT, "down");
        }
    }

    private static List<String> running(Cli cli) {
        List<String> names = new ArrayList<>();
        JsonNode status = cli.run(LIMIT, "status", "--json").json();
        status.path("processes").forEach(process -> {
            if (process.path("pid").isNumber()) {
                names.add(process.path("name").asString());
            }
        });
        return names;
    }
}
