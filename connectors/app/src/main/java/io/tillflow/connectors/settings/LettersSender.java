package io.tillflow.connectors.settings;

import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.commerce.ShopFront;
import io.tillflow.connectors.messaging.letter.Sender;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The shop's name and address for letters, as of a minute ago; while the shop does not answer, as it said last. */
final class LettersSender implements Supplier<Sender> {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Shop shop;
    private final Clock clock;
    private volatile Kept kept = new Kept(Sender.SHIPPED, Instant.MIN);

    private record Kept(Sender sender, Instant until) {}

    LettersSender(Shop shop, Clock clock) {
        this.shop = shop;
        this.clock = clock;
    }

    @Override
    public Sender get() {
        Kept known = kept;
        Instant now = clock.instant();
        if (now.isBefore(known.until())) {
            return known.sender();
        }
        Sender sender = asked(known.sender());
        kept = new Kept(sender, now.plus(FRESH));
        return sender;
    }

    private Sender asked(Sender before) {
        try {
            ShopFront front = shop.front();
            return new Sender(front.name(), front.foot());
        } catch (ProviderUnavailable | IllegalStateException trouble) {
            return before;
        }
    }
}
