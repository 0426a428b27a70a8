package io.tillflow.example;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.camunda.client.exception.BpmnError;
import io.tillflow.connectors.catalogue.Templates;
import io.tillflow.connectors.guard.GuardSettings;
import io.tillflow.connectors.guard.ProviderGuards;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.TestDatabase;
import io.tillflow.connectors.secrets.Redaction;
import io.tillflow.connectors.secrets.SecretName;
import io.tillflow.connectors.secrets.Secrets;
import io.tillflow.connectors.secrets.TestSecrets;
import io.tillflow.example.LoyaltyWorkers.AskPoints;
import io.tillflow.example.LoyaltyWorkers.Points;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoyaltyWorkersIT {
    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final GuardSettings GUARD =
            new GuardSettings(50, 20, 50, Duration.ofSeconds(10), Duration.ofSeconds(3), 64, 500, Map.of());

    private final Secrets secrets = TestSecrets.in(TestDatabase.jdbc(), new Redaction());
    private final LoyaltyWorkers workers = new LoyaltyWorkers(
            URI.create("http://127.0.0.1:" + SERVICE.getPort()), new ProviderGuards(GUARD, Clock.systemUTC()), secrets);

    @Test
    void asksForTheCustomersPointsWithTheKey() {
        secrets.set(new SecretName("LOYALTY_KEY"), "key-of-the-shop", "the test");
        answers(okJson("{\"points\": 120}"));
        assertThat(workers.askPoints(new AskPoints("c51"))).isEqualTo(new Points(120));
        SERVICE.verify(getRequestedFor(urlEqualTo("/customers/c51/points"))
                .withHeader("Authorization", equalTo("Bearer key-of-the-shop")));
    }

    @Test
    void whoIsNotKnownIsAnErrorToCatchAndAnOutageIsTriedAgain() {
        secrets.set(new SecretName("LOYALTY_KEY"), "key-of-the-shop", "the test");
        answers(aResponse().withStatus(404));
        assertThatThrownBy(() -> workers.askPoints(new AskPoints("nobody")))
                .isInstanceOfSatisfying(
                        BpmnError.class,
                        error -> assertThat(error.getErrorCode()).isEqualTo("CUSTOMER_UNKNOWN"));
        answers(aResponse().withStatus(503));
        assertThatThrownBy(() -> workers.askPoints(new AskPoints("c51"))).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void withoutAnAddressTheIncidentSaysWhatToSet() {
        LoyaltyWorkers nowhere =
                new LoyaltyWorkers(URI.create(""), new ProviderGuards(GUARD, Clock.systemUTC()), secrets);
        assertThatThrownBy(() -> nowhere.askPoints(new AskPoints("c51"))).hasMessageContaining("TILLFLOW_LOYALTY_URL");
    }

    @Test
    void itsTemplateIsMadeOfIt() {
        assertThat(Templates.of(LoyaltyWorkers.class))
                .containsOnlyKeys("loyalty.ask-points.json")
                .hasEntrySatisfying(
                        "loyalty.ask-points.json",
                        template -> assertThat(template)
                                .contains(
                                        "\"name\" : \"Ask points\"",
                                        "=order.customerId",
                                        "CUSTOMER_UNKNOWN",
                                        "retryPause"));
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        SERVICE.resetAll();
        SERVICE.stubFor(any(anyUrl()).willReturn(answer));
    }
}
