package io.tillflow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DemoIT {
    private final RunningSuite suite = RunningSuite.get();

    @Test
    void twentyShoppersGetWhatWasForetold(@TempDir Path dump) {
        Cli.Result demo = suite.cli()
                .run(Duration.ofMinutes(4), "demo", "--orders=20", "--rate=4", "--settle", "--json", "--dump=" + dump);

        JsonNode report = demo.ok().json();
        assertThat(report.path("placed").asInt()).isEqualTo(20);
        assertThat(report.path("lost").asInt()).isZero();
        assertThat(report.path("duplicates").asInt()).isZero();
        assertThat(report.path("waiting").asInt()).isZero();
        assertThat(report.path("actual")).isEqualTo(report.path("expected"));
        assertThat(dump)
                .isDirectoryContaining("glob:**orders.csv")
                .isDirectoryContaining("glob:**charges.csv")
                .isDirectoryContaining("glob:**movements.csv")
                .isDirectoryContaining("glob:**shipments.csv")
                .isDirectoryContaining("glob:**messages.csv")
                .isDirectoryContaining("glob:**instances.csv");

        JsonNode audit = suite.cli()
                .run(Duration.ofMinutes(2), "verify", "shop", "--json")
                .ok()
                .json();
        assertThat(audit.path("orders").asInt()).isGreaterThanOrEqualTo(20);
        assertThat(audit.path("violations")).isEmpty();
    }

    @Test
    void whatTheDemoCannotDoItRefusesByName() {
        Cli.Result demo = suite.cli().run(Duration.ofMinutes(1), "demo", "--orders=1", "--history=0");

        assertThat(demo.exit()).isEqualTo(2);
        assertThat(demo.err()).contains("--history must be at least 1");
    }
}
