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
import java.util.Optional;
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
        assertThat(found(KEY)).contains("sk_live_1");
        assertThat(found(new SecretName("OTHER"))).isEmpty();
        VAULT.verify(1, getRequestedFor(urlEqualTo(PATH)).withHeader("X-Vault-Token", equalTo(TOKEN)));
        holds("sk_live_2");
        assertThat(found(KEY)).contains("sk_live_1");
        clock.advance(Duration.ofSeconds(31));
        assertThat(found(KEY)).contains("sk_live_2");
    }

    @Test
    void isAskedAfterTheEnvironmentAndListedByNameAlone() {
        holds("sk_live_1");
        SecretSources sources = new SecretSources(Map.of("TILLFLOW_SECRET_FROM_ENV", "env-value"), null, vault);
        assertThat(sources.find(KEY, Optional::empty)).contains("sk_live_1");
        assertThat(sources.names()).containsEntry("STRIPE_API_KEY", "vault").containsEntry("FROM_ENV", "environment");
        assertThat(sources.names()).doesNotContainKey("not a name");
        assertThat(new SecretSources(Map.of("TILLFLOW_SECRET_STRIPE_API_KEY", "nearer"), null, vault)
                        .find(KEY, Optional::empty))
                .contains("nearer");
    }

    @Test
    void anAnswerWithoutWhatIsAboutTheDocumentIsReadAllTheSame() {
        for (String about : new String[] {
            "\"metadata\": {\"version\": 3}",
            "\"metadata\": null",
            "\"metadata\": {\"created_time\": \"yesterday\"}",
            "\"more\": 1"
        }) {
            reachTheVault();
            answers(okJson("{\"data\": {\"data\": {\"STRIPE_API_KEY\": \"sk_live_1\"}, " + about + "}}"));
            assertThat(found(KEY)).as(about).contains("sk_live_1");
        }
    }

    @Test
    void anAnswerThatIsNoDocumentHoldsNothingAndStopsNothing() {
        for (String odd : new String[] {
            "{\"data\": \"text\"}",
            "{\"data\": {\"data\": [1, 2]}}",
            "{\"data\": {\"data\": \"text\"}}",
            "[1]",
            "{}",
            "{\"data\": null}",
            "{\"data\": {}}",
            "{\"data\": {\"data\": null}}"
        }) {
            reachTheVault();
            answers(okJson(odd));
            assertThat(vault.find(KEY, () -> Optional.of("of the studio")))
                    .as(odd)
                    .contains("of the studio");
            assertThat(vault.names()).as(odd).isEmpty();
        }
    }

    @Test
    void aDocumentThatIsNotThereHoldsNothing() {
        answers(aResponse().withStatus(404).withBody("{\"errors\": []}"));
        assertThat(found(KEY)).isEmpty();
    }

    @Test
    void aVaultThatIsAwayOrSealedIsTriedAgainAndListsNothing() {
        for (ResponseDefinitionBuilder trouble : new ResponseDefinitionBuilder[] {
            aResponse().withStatus(503).withBody("{\"errors\": [\"Vault is sealed\"]}"),
            aResponse().withStatus(429).withBody("{\"errors\": [\"request path limit reached\"]}"),
            okJson("no document"),
            aResponse().withFault(Fault.EMPTY_RESPONSE)
        }) {
            reachTheVault();
            answers(trouble);
            assertThatThrownBy(() -> found(KEY)).isInstanceOf(ProviderUnavailable.class);
            assertThat(new SecretSources(Map.of(), null, vault).names()).isEmpty();
        }
    }

    @Test
    void aRefusedTokenIsNamedAndNotShown() {
        answers(aResponse().withStatus(403).withBody("{\"errors\": [\"permission denied for " + TOKEN + "\"]}"));
        assertThatThrownBy(() -> found(KEY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("403")
                .hasMessageContaining("TILLFLOW_SECRETS_VAULT_TOKEN is valid")
                .hasMessageNotContaining(TOKEN);
    }

    @Test
    void itsLastDocumentCountsWhileItIsAwayAndItIsNotAskedEachTime() {
        holds("sk_live_1");
        assertThat(found(KEY)).contains("sk_live_1");
        clock.advance(Duration.ofSeconds(31));
        answers(aResponse().withStatus(500));
        assertThat(found(KEY)).contains("sk_live_1");
        assertThat(found(KEY)).contains("sk_live_1");
        assertThat(vault.names()).contains("STRIPE_API_KEY");
        VAULT.verify(1, getRequestedFor(urlEqualTo(PATH)));
        holds("sk_live_2");
        clock.advance(Duration.ofSeconds(6));
        assertThat(found(KEY)).contains("sk_live_2");
    }

    @Test
    void whatIsKeptElsewhereIsFoundWhileItIsAwayOrRefuses() {
        for (int status : new int[] {503, 403}) {
            reachTheVault();
            answers(aResponse().withStatus(status));
            assertThat(vault.find(KEY, () -> Optional.of("of the studio"))).contains("of the studio");
        }
    }

    @Test
    void aRefusedTokenStopsWhatIsInTheDocumentAndNotTheRest() {
        holds("sk_live_1");
        assertThat(found(KEY)).contains("sk_live_1");
        clock.advance(Duration.ofSeconds(31));
        answers(aResponse().withStatus(403));
        assertThatThrownBy(() -> vault.find(KEY, () -> Optional.of("an older one")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(vault.find(new SecretName("OTHER"), () -> Optional.of("of the studio")))
                .contains("of the studio");
    }

    @Test
    void whatIsNoTextOrBlankOrVeryShortHidesNothing() {
        for (String value : new String[] {"\"\"", "\"    \"", "\"abc\"", "null", "true", "12345", "{\"a\": \"b\"}"}) {
            reachTheVault();
            holdsJson(value);
            assertThat(vault.find(KEY, () -> Optional.of("of the studio")))
                    .as(value)
                    .contains("of the studio");
            assertThat(vault.names()).as(value).containsExactly("not a name");
        }
    }

    private Optional<String> found(SecretName name) {
        return vault.find(name, Optional::empty);
    }

    private static void holds(String key) {
        holdsJson("\"" + key + "\"");
    }

    private static void holdsJson(String value) {
        answers(okJson("""
                {"request_id": "1", "data": {"data": {"STRIPE_API_KEY": %s, "not a name": "a text"},
                 "metadata": {"created_time": "2026-01-31T09:30:00.1Z", "deletion_time": "", "destroyed": false, "version": 3}}}""".formatted(value)));
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        VAULT.resetAll();
        VAULT.stubFor(get(urlEqualTo(PATH)).willReturn(answer));
    }
}
