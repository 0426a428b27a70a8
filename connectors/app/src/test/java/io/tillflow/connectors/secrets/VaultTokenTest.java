package io.tillflow.connectors.secrets;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tillflow.connectors.provider.TestClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A double of the documented interface of tokens. */
class VaultTokenTest {
    @RegisterExtension
    static final WireMockExtension VAULT = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");
    private static final String SELF = "/v1/auth/token/lookup-self";
    private static final String RENEW = "/v1/auth/token/renew-self";
    private static final long DAY = 86_400;

    private final TestClock clock = new TestClock(NOW);
    private VaultCare care;

    @BeforeEach
    void reachTheVault() {
        URI url = URI.create("http://127.0.0.1:" + VAULT.getPort());
        VaultSecrets vault = new VaultSecrets(new VaultSecrets.Settings(url, "hvs.canary", "secret", "shop"), clock);
        care = new VaultCare(new SecretSources(Map.of(), null, vault));
    }

    @Test
    void aYoungTokenIsLeftAlone() {
        lives(20 * DAY, 32 * DAY, true);
        care.look();
        assertThat(care.shown()).isEqualTo(new VaultCare.Shown(true, true, NOW.plusSeconds(20 * DAY), true, ""));
        VAULT.verify(getRequestedFor(urlEqualTo(SELF)).withHeader("X-Vault-Token", equalTo("hvs.canary")));
        VAULT.verify(0, anyRequestedFor(urlEqualTo(RENEW)));
    }

    @Test
    void onePastHalfOfItsLifeIsRenewed() {
        lives(1_700, 3_600, true);
        renews(okJson("{\"auth\": {\"client_token\": \"hvs.canary\", \"lease_duration\": 3600, \"renewable\": true}}"));
        care.look();
        VAULT.verify(1, anyRequestedFor(urlEqualTo(RENEW)).withHeader("X-Vault-Token", equalTo("hvs.canary")));
        assertThat(care.shown()).isEqualTo(new VaultCare.Shown(true, true, NOW.plusSeconds(3_600), true, ""));
    }

    @Test
    void onePastItsGreatestAgeOrThatNobodyRenewsSaysItsEndAWeekAhead() {
        for (ResponseDefinitionBuilder answer : new ResponseDefinitionBuilder[] {
            okJson("{\"auth\": {\"lease_duration\": 864000, \"renewable\": true}}"),
            aResponse().withStatus(403).withBody("{\"errors\": [\"permission denied for hvs.canary\"]}"),
            aResponse().withStatus(204)
        }) {
            reachTheVault();
            lives(10 * DAY, 32 * DAY, true);
            renews(answer);
            care.look();
            assertThat(care.shown()).isEqualTo(new VaultCare.Shown(true, true, NOW.plusSeconds(10 * DAY), false, ""));
            clock.advance(Duration.ofDays(4));
            assertThat(care.shown().problem())
                    .contains("is 2026-02-10T09:30:00Z", "TILLFLOW_SECRETS_VAULT_TOKEN")
                    .doesNotContain("hvs.");
            clock.advance(Duration.ofDays(-4));
        }
    }

    @Test
    void oneThatCannotBeRenewedIsSaidAheadAndOneWithoutEndIsNot() {
        lives(2 * DAY, 32 * DAY, false);
        care.look();
        assertThat(care.shown().problem()).contains("2026-02-02T09:30:00Z");
        VAULT.verify(0, anyRequestedFor(urlEqualTo(RENEW)));
        lives(0, 0, false);
        care.look();
        assertThat(care.shown()).isEqualTo(new VaultCare.Shown(true, true, null, false, ""));
    }

    @Test
    void aVaultThatIsAwayOrDoesNotTellChangesNothing() {
        lives(20 * DAY, 32 * DAY, true);
        care.look();
        VaultCare.Shown before = care.shown();
        for (ResponseDefinitionBuilder trouble : new ResponseDefinitionBuilder[] {
            aResponse().withStatus(503),
            aResponse().withStatus(403),
            aResponse().withStatus(404),
            okJson("[]"),
            okJson("{\"data\": {}}")
        }) {
            answers(trouble);
            care.look();
            assertThat(care.shown()).isEqualTo(before);
        }
    }

    /** Vaults answer 403 to a token that has run out, whatever it asks for. */
    @Test
    void oneThatIsRefusedIsToldFromOneOfWhichNothingIsKnown() {
        answers(aResponse().withStatus(403));
        care.look();
        assertThat(care.shown())
                .as("its document can be read")
                .isEqualTo(new VaultCare.Shown(true, false, null, false, ""));
        clock.advance(Duration.ofMinutes(1));
        VAULT.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(403)));
        care.look();
        assertThat(care.shown().told()).isFalse();
        assertThat(care.shown().problem())
                .contains("403", "TILLFLOW_SECRETS_VAULT_TOKEN")
                .doesNotContain("hvs.");
        VAULT.resetAll();
        VAULT.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        clock.advance(Duration.ofMinutes(1));
        assertThat(care.shown().problem()).as("being away says nothing of it").isEmpty();
    }

    @Test
    void oneThatWasRenewedUntilItsVaultWentAwayHasEndedAllTheSame() {
        lives(20 * DAY, 32 * DAY, true);
        care.look();
        answers(aResponse().withStatus(503));
        clock.advance(Duration.ofDays(19));
        care.look();
        assertThat(care.shown().problem()).isEmpty();
        clock.advance(Duration.ofDays(2));
        care.look();
        assertThat(care.shown().problem()).contains("2026-02-20T09:30:00Z");
    }

    @Test
    void withoutAVaultThereIsNothingToLookAfter() {
        VaultCare none = new VaultCare(new SecretSources(Map.of(), null, null));
        none.look();
        assertThat(none.shown()).isEqualTo(new VaultCare.Shown(false, false, null, false, ""));
    }

    private static void lives(long ttl, long whole, boolean renewable) {
        answers(okJson("{\"data\": {\"ttl\": %d, \"creation_ttl\": %d, \"renewable\": %s, \"expire_time\": null}}"
                .formatted(ttl, whole, renewable)));
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        VAULT.resetAll();
        VAULT.stubFor(get(urlEqualTo(SELF)).willReturn(answer));
    }

    private static void renews(ResponseDefinitionBuilder answer) {
        VAULT.stubFor(any(urlEqualTo(RENEW)).willReturn(answer));
    }
}
