package io.tillflow.connectors.secrets;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.TestClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A double of the documented interface of a key-value store, version 2. */
class VaultSecretsTest {
    @RegisterExtension
    static final WireMockExtension VAULT = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final String PATH = "/v1/secret/data/shop/tillflow";
    private static final String TOKEN = "hvs.canary";
    private static final SecretName KEY = new SecretName("STRIPE_API_KEY");

    private final TestClock clock = new TestClock(Instant.parse("2026-01-31T09:30:00Z"));
    private VaultSecrets vault;

    @BeforeEach
    void reachTheVault() {
        URI url = URI.create("http://127.0.0.1:" + VAULT.getPort());
        vault = new VaultSecrets(new VaultSecrets.Settings(url, TOKEN, "secret", "shop/tillflow"), clock);
    }

    @Test
    void readsItsDocumentWithTheTokenAndOnceInHalfAMinute() {
        holds("sk_live_1");
        assertThat(vault.find(KEY)).contains("sk_live_1");
        assertThat(vault.find(new SecretName("OTHER"))).isEmpty();
        VAULT.verify(1, getRequestedFor(urlEqualTo(PATH)).withHeader("X-Vault-Token", equalTo(TOKEN)));
        holds("sk_live_2");
        assertThat(vault.find(KEY)).contains("sk_live_1");
        clock.advance(Duration.ofSeconds(31));
        assertThat(vault.find(KEY)).contains("sk_live_2");
    }

    @Test
    void isAskedAfterTheEnvironmentAndListedByNameAlone() {
        holds("sk_live_1");
        SecretSources sources = new SecretSources(Map.of("TILLFLOW_SECRET_FROM_ENV", "env"), null, vault);
        assertThat(sources.find(KEY)).contains("sk_live_1");
        assertThat(sources.names()).containsEntry("STRIPE_API_KEY", "vault").containsEntry("FROM_ENV", "environment");
        assertThat(sources.names()).doesNotContainKey("not a name");
        assertThat(new SecretSources(Map.of("TILLFLOW_SECRET_STRIPE_API_KEY", "nearer"), null, vault).find(KEY))
                .contains("nearer");
    }

    @Test
    void aDocumentThatIsNotThereHoldsNothing() {
        answers(aResponse().withStatus(404).withBody("{\"errors\": []}"));
        assertThat(vault.find(KEY)).isEmpty();
    }

    @Test
    void aVaultThatIsAwayOrSealedIsTriedAgainAndListsNothing() {
        for (ResponseDefinitionBuilder trouble : new ResponseDefinitionBuilder[] {
            aResponse().withStatus(503).withBody("{\"errors\": [\"Vault is sealed\"]}"),
            aResponse().withFault(Fault.EMPTY_RESPONSE)
        }) {
            answers(trouble);
            assertThatThrownBy(() -> vault.find(KEY)).isInstanceOf(ProviderUnavailable.class);
            assertThat(new SecretSources(Map.of(), null, vault).names()).isEmpty();
        }
    }

    @Test
    void aRefusedTokenIsNamedAndNotShown() {
        answers(aResponse().withStatus(403).withBody("{\"errors\": [\"permission denied for " + TOKEN + "\"]}"));
        assertThatThrownBy(() -> vault.find(KEY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("403")
                .hasMessageContaining("TILLFLOW_SECRETS_VAULT_TOKEN is valid")
                .hasMessageNotContaining(TOKEN);
    }

    private static void holds(String key) {
        answers(okJson("""
                {"request_id": "1", "data": {"data": {"STRIPE_API_KEY": "%s", "not a name": "x"},
                 "metadata": {"created_time": "2026-01-31T09:30:00.1Z", "deletion_time": "", "destroyed": false, "version": 3}}}""".formatted(key)));
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        VAULT.resetAll();
        VAULT.stubFor(get(urlEqualTo(PATH)).willReturn(answer));
    }
}
