package io.tillflow.connectors.secrets;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after the token of the vault, where there is one. */
@Component
public class VaultCare {
    private final Optional<VaultSecrets> vault;
    private final Optional<VaultToken> token;

    VaultCare(SecretSources sources) {
        this.vault = sources.vault();
        this.token = vault.map(VaultSecrets::token);
    }

    /**
     * What may be known of the vault's token.
     *
     * @param used whether secrets come from a vault
     * @param told whether the vault ever said how long it is good for
     * @param ends when it ends, once the vault said so; null for one that does not
     * @param renewed whether it is renewed before
     * @param problem what somebody has to do, in a sentence; empty when nothing
     */
    public record Shown(
            boolean used, boolean told, @Nullable Instant ends, boolean renewed, String problem) {}

    public Shown shown() {
        Optional<VaultToken.Life> life = token.flatMap(VaultToken::life);
        return new Shown(
                token.isPresent(),
                life.isPresent(),
                life.map(VaultToken.Life::ends).orElse(null),
                life.map(VaultToken.Life::renewed).orElse(false),
                vault.flatMap(VaultSecrets::refusal)
                        .or(() -> token.flatMap(VaultToken::endsSoon)
                                .map(ends -> "the end of the vault's token is " + ends
                                        + " and it is not renewed: then no secret of it can be used; give another in"
                                        + " TILLFLOW_SECRETS_VAULT_TOKEN"))
                        .orElse(""));
    }

    /** More often than any token lives. */
    @Scheduled(fixedDelay = 60_000)
    void look() {
        token.ifPresent(VaultToken::keep);
    }
}
