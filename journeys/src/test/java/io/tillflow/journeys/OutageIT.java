package io.tillflow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OutageIT {
    private static final int SOME = 4;

    private final RunningSuite suite = RunningSuite.get();

    @ParameterizedTest
    @ValueSource(strings = {"zeebe", "postgres"})
    void ordersPlacedWhileAPartIsKilledAreNotLost(String part) {
        int before = orders();
        CompletableFuture<Cli.Result> demo = CompletableFuture.supplyAsync(() -> suite.cli()
                .run(Duration.ofMinutes(5), "demo", "--orders=20", "--rate=1.5", "--seed=11", "--settle", "--json"));
        Wait.until("some orders", () -> Optional.of(orders()).filter(now -> now >= before + SOME));

        ProcessHandle victim = ProcessHandle.of(suite.pid(part)).orElseThrow();
        assertThat(victim.destroyForcibly()).isTrue();
        Wait.until(part + " runs again", () -> Optional.of(suite.pid(part)).filter(pid -> pid != victim.pid()));

        JsonNode report = demo.join().ok().json();
        assertThat(report.path("placed").asInt()).isEqualTo(20);
        assertThat(report.path("lost").asInt()).isZero();
        assertThat(report.path("duplicates").asInt()).isZero();
        suite.cli().run(Duration.ofMinutes(2), "verify", "shop").ok();
    }

    private int orders() {
        String url = suite.shop() + "/api/v1/admin/orders?limit=500";
        return Asking.get(url, suite.secret("service-token"))
                .json()
                .path("items")
                .size();
    }
}
