package io.tillflow.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

class VaultOfSecretsTest {
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void saysHowLongTheVaultOpensAndAheadOfTimeWhenItWillNot() {
        assertThat(VaultOfSecrets.of(json.readTree("""
                {"used": true, "ends": "2026-02-01T09:30:00Z", "renewed": true, "problem": ""}""")))
                .containsExactly(Diagnosis.Check.fine(
                        "vault", "its token is good until 2026-02-01T09:30:00Z and is renewed before"));
        assertThat(VaultOfSecrets.of(
                        json.readTree("{\"used\": true, \"told\": true, \"ends\": null, \"problem\": \"\"}")))
                .containsExactly(Diagnosis.Check.fine("vault", "its token does not end"));
        assertThat(VaultOfSecrets.of(
                        json.readTree("{\"used\": true, \"told\": false, \"ends\": null, \"problem\": \"\"}")))
                .containsExactly(Diagnosis.Check.fine(
                        "vault", "nothing refuses its token; how long it is good for was not told"));
        assertThat(VaultOfSecrets.of(json.readTree("""
                {"used": true, "ends": "2026-02-01T09:30:00Z", "renewed": false, "problem": "the token of the vault ends"}"""))).singleElement().satisfies(check -> {
            assertThat(check.ok()).isTrue();
            assertThat(check.detail()).isEqualTo("the token of the vault ends");
            assertThat(check.remedy()).isNotNull();
        });
    }

    @Test
    void whereThereIsNoVaultThereIsNothingToSay() {
        assertThat(VaultOfSecrets.of(json.readTree("{\"used\": false}"))).isEmpty();
        assertThat(VaultOfSecrets.of(MissingNode.getInstance())).isEmpty();
    }
}
