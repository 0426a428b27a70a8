package io.tillflow.connectors.messaging;

import io.tillflow.connectors.messaging.letter.Letter;
import io.tillflow.connectors.messaging.letter.LetterTemplates;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.OutcomeUnknown;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Sends each letter at most once.
 *
 * <p>The intent is written down before the mail server hears of it. A letter whose outcome nobody knows stays visible as
 * UNKNOWN until a person decides; it never goes out a second time by itself.
 */
public final class Letters {
    private final LetterBook book;
    private final LetterTemplates templates;
    private final MailServer server;
    private final Duration abandoned;
    private final Clock clock;

    /**
     * @param abandoned longer than a hand-over can take: whoever began it is gone
     */
    public Letters(LetterBook book, LetterTemplates templates, MailServer server, Duration abandoned, Clock clock) {
        this.book = book;
        this.templates = templates;
        this.server = server;
        this.abandoned = abandoned;
        this.clock = clock;
    }

    public Handover send(Letter letter, EffectKey key) {
        Email email = compose(letter, key);
        boolean first = book.begin(key, letter.orderId(), letter.template());
        LetterBook.Entry entry = book.entry(key);
        if (first) {
            return handOver(email, entry);
        }
        return switch (entry.state()) {
            case SENT -> new Handover.Accepted();
            case REFUSED -> new Handover.Refused(String.valueOf(entry.reason()));
            case NOT_SENT -> again(email, entry);
            case SENDING -> afterCrash(email, entry);
            case UNKNOWN -> throw inDoubt(entry);
        };
    }

    private Email compose(Letter letter, EffectKey key) {
        LetterTemplates.Rendered rendered = templates.render(letter);
        return new Email(messageId(key), letter.to(), rendered.subject(), rendered.text(), rendered.html());
    }

    private static String messageId(EffectKey key) {
        return "<" + UUID.nameUUIDFromBytes(key.value().getBytes(StandardCharsets.UTF_8)) + "@tillflow>";
    }

    private Handover again(Email email, LetterBook.Entry entry) {
        if (!book.change(entry, LetterState.SENDING, null)) {
            throw new ProviderUnavailable("letter " + entry.effectKey() + " is being sent by somebody else");
        }
        return handOver(email, book.entry(new EffectKey(entry.effectKey())));
    }

    /** Somebody began this letter and did not say how it went; to wait for them is no try. */
    private Handover afterCrash(Email email, LetterBook.Entry entry) {
        Duration left = Duration.between(clock.instant(), entry.changedAt().plus(abandoned));
        if (left.isPositive()) {
            throw new HeldBack("letter " + entry.effectKey() + " is on its way; looking again later", left);
        }
        Optional<Boolean> received = server.received(email.messageId());
        if (received.isEmpty()) {
            book.change(entry, LetterState.UNKNOWN, "the sender stopped while sending");
            throw inDoubt(entry);
        }
        if (received.get()) {
            book.change(entry, LetterState.SENT, "found at the mail server");
            return new Handover.Accepted();
        }
        return again(email, entry);
    }

    private Handover handOver(Email email, LetterBook.Entry entry) {
        try {
            Handover handover = server.send(email);
            switch (handover) {
                case Handover.Accepted ignored -> book.change(entry, LetterState.SENT, null);
                case Handover.Refused refused -> book.change(entry, LetterState.REFUSED, refused.reason());
            }
            return handover;
        } catch (ProviderUnavailable e) {
            book.change(entry, LetterState.NOT_SENT, e.getMessage());
            throw e;
        } catch (OutcomeUnknown e) {
            book.change(entry, LetterState.UNKNOWN, e.getMessage());
            throw e;
        }
    }

    private static OutcomeUnknown inDoubt(LetterBook.Entry entry) {
        return new OutcomeUnknown("expected to know whether letter " + entry.seq() + " (" + entry.effectKey()
                + ") was sent, but nobody can tell; say SENT or NOT_SENT, then retry");
    }
}
