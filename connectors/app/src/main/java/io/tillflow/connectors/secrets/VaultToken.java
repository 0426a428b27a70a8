package io.tillflow.connectors.secrets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.vault.core.VaultOperations;
import org.springframework.vault.support.VaultResponse;

/** The token that opens a vault: renewed from half of its life on, and when that is not possible, its end is said a week ahead. */
final class VaultToken {
    private static final Logger log = LoggerFactory.getLogger(VaultToken.class);
    private static final Duration AHEAD = Duration.ofDays(7);
    /** Less of its life than one in so many more is as good as none: it comes to its greatest age. */
    private static final int WORTH_IT = 20;

    private static final String SELF = "auth/token/lookup-self";
    private static final String RENEW = "auth/token/renew-self";

    private final VaultOperations vault;
    private final Clock clock;
    private volatile @Nullable Life life;

    VaultToken(VaultOperations vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * How long it is good for.
     *
     * @param ends null for one that does not end
     * @param renewed whether it was, or will be once half of its life is over; not when it has come to its greatest age
     */
    record Life(@Nullable Instant ends, boolean renewed) {}

    /** Empty until the vault said so. */
    Optional<Life> life() {
        return Optional.ofNullable(life);
    }

    /** When it ends, or ended, unless somebody gives another; empty while that is far, or it is renewed before. */
    Optional<Instant> endsSoon() {
        Instant now = clock.instant();
        return life().flatMap(it ->
                Optional.ofNullable(it.ends()).filter(ends -> ends.isBefore(it.renewed() ? now : now.plus(AHEAD))));
    }

    /** Looks after it; to be called more often than it lives. A vault that is away is asked again the next time. */
    void keep() {
        try {
            Optional<Instant> before = endsSoon();
            life = looked();
            endsSoon()
                    .filter(ends -> before.isEmpty())
                    .ifPresent(ends -> log.warn("the end of the vault's token is {} and it is not renewed", ends));
        } catch (RuntimeException untold) {
            log.debug("the vault does not tell how long its token is good for", untold);
        }
    }

    private @Nullable Life looked() {
        VaultResponse answer = vault.read(SELF);
        Map<String, Object> told = answer == null ? null : answer.getData();
        if (told == null || !(told.get("ttl") instanceof Number)) {
            return life;
        }
        long left = seconds(told, "ttl");
        if (left == 0) {
            return new Life(null, false);
        }
        Instant now = clock.instant();
        long whole = Math.max(seconds(told, "creation_ttl"), seconds(told, "period"));
        boolean renewable = Boolean.TRUE.equals(told.get("renewable"));
        if (!renewable || left * 2 > whole) {
            return new Life(now.plusSeconds(left), renewable);
        }
        long renewed = Math.max(left, renewed().orElse(0L));
        return new Life(now.plusSeconds(renewed), renewed - left > whole / WORTH_IT);
    }

    /** For how many seconds it is good from now on; empty when the vault does not renew it. */
    private Optional<Long> renewed() {
        try {
            VaultResponse answer = vault.write(RENEW, Map.of());
            Map<String, Object> auth = answer == null ? null : answer.getAuth();
            return auth == null ? Optional.empty() : Optional.of(seconds(auth, "lease_duration"));
        } catch (RuntimeException refused) {
            log.debug("the vault does not renew its token", refused);
            return Optional.empty();
        }
    }

    private static long seconds(Map<String, Object> told, String name) {
        return told.get(name) instanceof Number number ? Math.max(0, number.longValue()) : 0;
    }
}
