package io.tillflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A cluster whose gateway asks for an OAuth token. */
class SecuredBrokerIT {

    private static Issuer issuer;
    private static RunningBroker running;

    @BeforeAll
    static void startBroker() throws Exception {
        issuer = Issuer.start();
        running = RunningBroker.startSecured(
                Path.of(Objects.requireNonNull(System.getProperty("broker.home"))),
                issuer.uri(),
                access(Issuer.SECRET));
    }

    @AfterAll
    static void stopBroker() throws InterruptedException {
        running.close();
        issuer.close();
    }

    @Test
    void letsInWhoHasAToken() throws IOException {
        try (Broker broker = connect(access(Issuer.SECRET))) {
            assertThat(broker.health().healthy()).isTrue();
            assertThat(broker.deploy(List.of(charge())).deployed()).hasSize(1);
        }
    }

    @Test
    void keepsOutWhoHasNone() {
        try (Broker broker = connect(Optional.empty())) {
            assertThatThrownBy(() -> broker.cancel(1))
                    .isInstanceOfSatisfying(
                            Rejected.class, refused -> assertThat(refused.why()).isEqualTo(Rejected.Why.FORBIDDEN));
        }
    }

    @Test
    void keepsOutWhoCannotGetOne() {
        try (Broker broker = connect(access("wrong"))) {
            assertThatThrownBy(() -> broker.cancel(1))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("The issuer gave no token")
                    .hasMessageContaining("401");
        }
    }

    @Test
    void anIssuerWithoutCredentialsIsRefusedBeforeAnythingStarts() {
        assertThatThrownBy(() -> BrokerSettings.OAuth.ifSet("https://issuer.example/token", "", "", ""))
                .hasMessageContaining("TILLFLOW_OAUTH_CLIENT_ID");
        assertThat(BrokerSettings.OAuth.ifSet("", "", "", "")).isEmpty();
    }

    private static Deployment.Resource charge() throws IOException {
        try (InputStream file = Objects.requireNonNull(SecuredBrokerIT.class.getResourceAsStream("/charge.bpmn"))) {
            return new Deployment.Resource("charge.bpmn", file.readAllBytes());
        }
    }

    private static Broker connect(Optional<BrokerSettings.OAuth> oauth) {
        BrokerSettings open = running.settings();
        return Broker.connect(new BrokerSettings(open.gateway(), open.gatewayRest(), Duration.ofSeconds(30), oauth));
    }

    private static Optional<BrokerSettings.OAuth> access(String secret) {
        return BrokerSettings.OAuth.ifSet(issuer.uri() + "/token", Issuer.CLIENT, secret, Issuer.AUDIENCE);
    }
}
