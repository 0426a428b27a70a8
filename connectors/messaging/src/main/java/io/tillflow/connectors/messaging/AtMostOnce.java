package io.tillflow.connectors.messaging;

import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.NotSetUp;
import io.tillflow.connectors.provider.OutcomeUnknown;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets each message leave at most once.
 *
 * <p>The intent is written down before anybody hears of it. A message whose outcome nobody knows stays visible as UNKNOWN
 * until a person decides; it never goes out a second time by itself.
 */
public final class AtMostOnce {
    private final LetterBook book;
    private final Duration abandoned;
    private final Clock clock;

    /**
     * @param abandoned longer than a hand-over can take: whoever began it is gone
     */
    public AtMostOnce(LetterBook book, Duration abandoned, Clock clock) {
        this.book = book;
        this.abandoned = abandoned;
        this.clock = clock;
    }

    /**
     * What is to leave: about which order, or other matter, and what kind of message it is.
     *
     * @param email the address that it goes to, by which it is known again when it comes back; null for what cannot
     */
    record Intent(
            EffectKey key,
            String subject,
            String kind,
            @Nullable String email) {}

    /** Who takes the message away. */
    interface Carrier {
        Handover send();

        /** Why nothing is to go to this receiver; empty where something may. */
        default Optional<Handover.Withheld> withheld() {
            return Optional.empty();
        }

        /** Whether it arrived; empty where nobody can be asked. */
        Optional<Boolean> received();
    }

    /** What a letter that was begun is known by to whom it goes. */
    String messageId(EffectKey key) {
        return book.messageId(key);
    }

    Handover send(Intent intent, Carrier carrier) {
        boolean first = book.begin(intent);
        LetterBook.Entry entry = book.entry(intent.key());
        if (first) {
            return handOver(carrier, entry);
        }
        return switch (entry.state()) {
            case SENT -> new Handover.Accepted();
            case REFUSED -> refusedBefore(carrier, entry);
            case NOT_SENT, WITHHELD -> again(carrier, entry);
            case SENDING -> afterCrash(carrier, entry);
            case UNKNOWN -> throw inDoubt(entry);
        };
    }

    /** Once the address is on the list, nobody has to look after the letter any longer. */
    private Handover refusedBefore(Carrier carrier, LetterBook.Entry entry) {
        Optional<Handover.Withheld> withheld = carrier.withheld();
        withheld.ifPresent(it -> book.change(entry, LetterState.WITHHELD, it.reason()));
        return withheld.<Handover>map(it -> it).orElseGet(() -> new Handover.Refused(String.valueOf(entry.reason())));
    }

    private Handover again(Carrier carrier, LetterBook.Entry entry) {
        if (!book.change(entry, LetterState.SENDING, null)) {
            throw new ProviderUnavailable("message " + entry.effectKey() + " is being sent by somebody else");
        }
        return handOver(carrier, book.entry(new EffectKey(entry.effectKey())));
    }

    /** Somebody began this message and did not say how it went; to wait for them is no try. */
    private Handover afterCrash(Carrier carrier, LetterBook.Entry entry) {
        Duration left = Duration.between(clock.instant(), entry.changedAt().plus(abandoned));
        if (left.isPositive()) {
            throw new HeldBack("message " + entry.effectKey() + " is on its way; looking again later", left);
        }
        Optional<Boolean> received = carrier.received();
        if (received.isEmpty()) {
            book.change(entry, LetterState.UNKNOWN, "the sender stopped while sending");
            throw inDoubt(entry);
        }
        if (received.get()) {
            book.change(entry, LetterState.SENT, "found at its receiver's");
            return new Handover.Accepted();
        }
        return again(carrier, entry);
    }

    private Handover handOver(Carrier carrier, LetterBook.Entry entry) {
        try {
            Handover handover = carrier.withheld().<Handover>map(it -> it).orElseGet(carrier::send);
            switch (handover) {
                case Handover.Accepted ignored -> book.change(entry, LetterState.SENT, null);
                case Handover.Refused refused -> book.change(entry, LetterState.REFUSED, refused.reason());
                case Handover.Withheld withheld -> book.change(entry, LetterState.WITHHELD, withheld.reason());
            }
            return handover;
        } catch (ProviderUnavailable | NotSetUp e) {
            book.change(entry, LetterState.NOT_SENT, e.getMessage());
            throw e;
        } catch (OutcomeUnknown e) {
            book.change(entry, LetterState.UNKNOWN, e.getMessage());
            throw e;
        }
    }

    private static OutcomeUnknown inDoubt(LetterBook.Entry entry) {
        return new OutcomeUnknown("expected to know whether message " + entry.seq() + " (" + entry.effectKey()
                + ") was sent, but nobody can tell; say SENT or NOT_SENT, then retry");
    }
}
