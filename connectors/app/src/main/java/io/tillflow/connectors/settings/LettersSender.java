package io.tillflow.connectors.settings;

import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.commerce.ShopFront;
import io.tillflow.connectors.messaging.letter.Sender;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The shop's name and address for letters, as of a minute ago; while the shop does not answer, as it said last. Letters wait until it
 * has said it once: none goes out under another's name.
 */
final class LettersSender implements Supplier<Sender> {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Shop shop;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    private record Kept(Sender sender, Instant until) {}

    LettersSender(Shop shop, Clock clock) {
        this.shop = shop;
        this.clock = clock;
    }

    @Override
    public Sender get() {
        Kept known = kept;
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.until())) {
            return known.sender();
        }
        Sender sender = asked(known);
        kept = new Kept(sender, now.plus(FRESH));
        return sender;
    }

    private Sender asked(@Nullable Kept before) {
        try {
            ShopFront front = shop.front();
            return new Sender(front.name(), front.foot());
        } catch (ProviderUnavailable | IllegalStateException trouble) {
            if (before == null) {
                throw new ProviderUnavailable(
                        "expected the shop to say its name for letters, but it has not yet", trouble);
            }
            return before.sender();
        }
    }
}
