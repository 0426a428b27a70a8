package io.tillflow.connectors.letterboxes;

import io.tillflow.connectors.http.Reach;
import io.tillflow.connectors.intake.Inbox;
import io.tillflow.connectors.letterboxes.LetterboxBook.Kept;
import io.tillflow.connectors.letterboxes.ToldLetter.Outcome;
import io.tillflow.connectors.messaging.imap.Automatic;
import io.tillflow.connectors.messaging.imap.ImapAccount;
import io.tillflow.connectors.messaging.imap.ImapFolder;
import io.tillflow.connectors.messaging.imap.MailboxTrouble;
import io.tillflow.connectors.messaging.imap.ReceivedLetter;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/** Looks into mailboxes and makes an event of each new letter; whoever looks, and however often, a letter is one event. */
@Service
class Letterboxes {
    private static final Logger log = LoggerFactory.getLogger(Letterboxes.class);

    /** So long nobody else looks into a mailbox that somebody looks into. */
    private static final Duration A_LOOK = Duration.ofMinutes(3);

    /** Ends well before that: the rest is read in the next look. */
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(2);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final int LONGEST_DOUBLING = 8;
    private static final int AT_ONCE = 50;

    /** A mailbox that was moved is looked through again from a day before the last look. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final LetterboxBook book;
    private final ToldLetters told;
    private final Attachments attachments;
    private final LettersToSupport support;
    private final ReturnedLetters returned;
    private final Inbox inbox;
    private final Secrets secrets;
    private final Reach reach;
    private final Clock clock;

    Letterboxes(
            LetterboxBook book,
            ToldLetters told,
            Attachments attachments,
            LettersToSupport support,
            ReturnedLetters returned,
            Inbox inbox,
            Secrets secrets,
            Reach reach,
            Clock clock) {
        this.book = book;
        this.told = told;
        this.attachments = attachments;
        this.support = support;
        this.returned = returned;
        this.inbox = inbox;
        this.secrets = secrets;
        this.reach = reach;
        this.clock = clock;
    }

    void save(Letterbox it) {
        if (it.account().security() == ImapAccount.Security.NONE
                && !reach.isOwn(it.account().host())) {
            throw new IllegalArgumentException("security must be tls or starttls for "
                    + it.account().host() + ": the password would go there for everybody on its way to read");
        }
        book.put(it);
    }

    void delete(Letterbox it) {
        book.delete(it.id());
        secrets.delete(it.secretName());
    }

    /** One that is due; it is ours for a while. */
    Optional<Kept> takeDue() {
        return book.takeDue(clock.instant(), A_LOOK);
    }

    void look(Kept kept) {
        Letterbox box = kept.box();
        boolean more = false;
        String trouble = null;
        try {
            more = tellNew(kept);
        } catch (MailboxTrouble | ProviderUnavailable | IllegalStateException seen) {
            trouble = Objects.requireNonNullElse(seen.getMessage(), "it cannot be looked into");
            if (!trouble.equals(kept.position().trouble())) {
                log.warn("the letterbox {} rests: {}", box.id(), trouble);
            }
        } catch (DataAccessException | TransactionException away) {
            throw away;
        } catch (RuntimeException unforeseen) {
            trouble = "it cannot be looked into (" + unforeseen.getClass().getSimpleName() + ")";
            log.error("the letterbox {} rests", box.id(), unforeseen);
        }
        Instant now = clock.instant();
        book.looked(box, trouble, now, more ? now : now.plus(pause(kept, trouble)));
    }

    /** Longer with each look in vain: servers lock out whoever knocks on and on with a wrong password. */
    private static Duration pause(Kept kept, @Nullable String trouble) {
        Duration usual = Duration.ofSeconds(kept.box().everySeconds());
        if (trouble == null) {
            return usual;
        }
        Duration longer = usual.multipliedBy(1L << Math.min(kept.position().failures(), LONGEST_DOUBLING));
        Duration longest = LONGEST_PAUSE.compareTo(usual) > 0 ? LONGEST_PAUSE : usual;
        return longer.compareTo(longest) < 0 ? longer : longest;
    }

    /** Whether there may be more. */
    private boolean tellNew(Kept kept) {
        Letterbox box = kept.box();
        String password = secrets.value(box.secretName(), "letterbox " + box.id());
        try (ImapFolder folder = ImapFolder.open(box.account(), password, new GuardedSockets(reach))) {
            long validity = folder.validity();
            Position at = kept.position();
            if (at.validity() == null) {
                book.begin(box, validity, folder.next());
                return false;
            }
            if (at.validity() == validity) {
                return tellFrom(box, folder, at.nextUid(), Objects.requireNonNullElse(at.notBefore(), Instant.EPOCH));
            }
            Instant last = Objects.requireNonNullElse(at.lookedAt(), box.changedAt());
            book.moved(box, validity, clock.instant(), last.minus(OVERLAP));
            return tellFrom(box, folder, 1, last.minus(OVERLAP));
        }
    }

    private boolean tellFrom(Letterbox box, ImapFolder folder, long uid, Instant notBefore) {
        long validity = folder.validity();
        Instant end = clock.instant().plus(LONGEST_LOOK);
        List<ImapFolder.Found> found = folder.from(uid, AT_ONCE);
        for (ImapFolder.Found letter : found) {
            if (!letter.at().isBefore(notBefore)) {
                tell(box, validity, letter);
            }
            book.readUntil(box, validity, letter.uid() + 1);
            if (clock.instant().isAfter(end)) {
                return true;
            }
        }
        boolean more = found.size() == AT_ONCE;
        if (!more) {
            book.caughtUp(box, validity);
        }
        return more;
    }

    /** A letter that cannot be told keeps none after it waiting. */
    private void tell(Letterbox box, long validity, ImapFolder.Found found) {
        try {
            told.note(box, validity, outcome(box, found));
        } catch (RuntimeException trouble) {
            if (!ofTheLetter(trouble)) {
                throw trouble;
            }
            String kind = trouble.getClass().getSimpleName();
            log.warn("a letter in the letterbox {} became no event ({})", box.id(), kind);
            String why = "became no event: it cannot be read (" + kind + ")";
            told.note(
                    box,
                    validity,
                    new ToldLetter(found.uid(), found.at(), Outcome.BROKEN, why, null, "", "", found.bytes()));
        }
    }

    /** Everything but trouble of the mailbox, the database or the documents, which passes. */
    private static boolean ofTheLetter(RuntimeException trouble) {
        return switch (trouble) {
            case DataIntegrityViolationException ignored -> true;
            case MailboxTrouble ignored -> false;
            case ProviderUnavailable ignored -> false;
            case DataAccessException ignored -> false;
            case TransactionException ignored -> false;
            case IllegalStateException ignored -> false;
            default -> true;
        };
    }

    private ToldLetter outcome(Letterbox box, ImapFolder.Found found) {
        if (box.ordersToSupport()) {
            ReceivedLetter words = found.read(LettersToSupport.MOST_READ, false);
            Optional<String> order = inbox.knows(LetterEvent.SOURCE, LetterEvent.id(box, words))
                    ? Optional.empty()
                    : support.take(box, words);
            if (order.isPresent()) {
                String why = "stands in the conversation about order " + order.get();
                return noted(found, words, Outcome.SUPPORT, why, null);
            }
        }
        Optional<String> back = found.report().flatMap(returned::take);
        ReceivedLetter letter = found.read(box.takes(Taken.TEXT) ? box.mostText() : 0, box.takes(Taken.ATTACHMENTS));
        boolean unwanted = letter.automatic() != Automatic.NO && !box.automatic();
        if (back.isPresent() && unwanted) {
            return noted(found, letter, Outcome.BOUNCED, back.get(), null);
        }
        return unwanted ? leave(found, letter) : take(box, found, letter);
    }

    private static ToldLetter leave(ImapFolder.Found found, ReceivedLetter letter) {
        String kind = switch (letter.automatic()) {
            case REPLY -> "an automatic reply";
            case BOUNCE -> "a letter that could not be delivered";
            case BULK, NO -> "a letter to many";
        };
        return noted(found, letter, Outcome.AUTOMATIC, "left alone: " + kind + ", and no person wrote it", null);
    }

    private ToldLetter take(Letterbox box, ImapFolder.Found found, ReceivedLetter letter) {
        var event = LetterEvent.of(box, letter, attachments.keep(box, letter));
        boolean fresh = inbox.accept(List.of(event)).getFirst() == Inbox.Acceptance.ACCEPTED;
        if (!fresh) {
            return noted(found, letter, Outcome.REPEATED, "its event was known already", event.id());
        }
        if (!letter.trouble().isEmpty()) {
            return noted(
                    found, letter, Outcome.BROKEN, "became an event without text: " + letter.trouble(), event.id());
        }
        return noted(found, letter, Outcome.TOLD, "became an event" + leftOut(box, letter), event.id());
    }

    private static String leftOut(Letterbox box, ReceivedLetter letter) {
        if (letter.leftOut().isEmpty() || !box.takes(Taken.ATTACHMENTS)) {
            return "";
        }
        ReceivedLetter.LeftOut first = letter.leftOut().getFirst();
        return "; of its attachments " + letter.leftOut().size() + " stay in the mailbox, '" + first.name()
                + "' since: " + first.why();
    }

    private static ToldLetter noted(
            ImapFolder.Found found, ReceivedLetter letter, Outcome outcome, String why, @Nullable String event) {
        return new ToldLetter(
                letter.uid(), letter.at(), outcome, why, event, letter.from(), letter.subject(), found.bytes());
    }
}
