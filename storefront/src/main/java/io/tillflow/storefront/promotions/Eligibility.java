package io.tillflow.storefront.promotions;

import io.tillflow.rules.Decisions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks the decision table whether a promotion is granted. */
@Component
class Eligibility {
    private static final String ID = "promotion-eligibility";

    private static final class Table {
        static final Decisions DECISIONS = read();

        private Table() {}

        private static Decisions read() {
            String file = "/decisions/" + ID + ".dmn";
            try (InputStream dmn = Objects.requireNonNull(Eligibility.class.getResourceAsStream(file), file)) {
                return Decisions.of(file, dmn.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads the table before anybody holds a cart while waiting for it. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Thread.ofVirtual().name("promotion-eligibility").start(() -> outcome(Facts.UNKNOWN));
    }

    /**
     * What the table looks at.
     *
     * @param runs "not-yet", "running" or "ended"
     * @param fits how many things it is for
     * @param missing minor units up to its minimum
     */
    record Facts(boolean known, String runs, int usesLeft, int fits, long missing, boolean combines) {
        static final Facts UNKNOWN = new Facts(false, "ended", 0, 0, 0, false);
    }

    /** "granted", or the reason why not. */
    String outcome(Facts facts) {
        Map<String, Object> promotion =
                Map.of("known", facts.known(), "runs", facts.runs(), "usesLeft", facts.usesLeft());
        Map<String, Object> basket =
                Map.of("fits", facts.fits(), "missing", facts.missing(), "combines", facts.combines());
        return String.valueOf(Table.DECISIONS
                .evaluate(ID, Map.of("promotion", promotion, "basket", basket))
                .output());
    }
}
