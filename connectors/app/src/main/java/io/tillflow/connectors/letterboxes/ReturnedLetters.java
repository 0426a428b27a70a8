package io.tillflow.connectors.letterboxes;

import io.tillflow.connectors.messaging.LetterBook;
import io.tillflow.connectors.messaging.NoSuchMailbox;
import io.tillflow.connectors.messaging.SuppressionList;
import io.tillflow.connectors.messaging.SuppressionList.Cause;
import io.tillflow.connectors.messaging.imap.DeliveryReport;
import io.tillflow.connectors.messaging.imap.DeliveryReport.Recipient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Letters of ours that come back. An address of which it is reported that there is no such mailbox is written to no more; other
 * reports are only noted.
 *
 * <p>Anybody can write a report, so one counts only when it names a letter that we sent, by its random id, which only those know who
 * carried or got it, and the address that this letter went to. Of what it says only codes are kept: the rest may name people.
 */
@Component
class ReturnedLetters {
    private static final Logger log = LoggerFactory.getLogger(ReturnedLetters.class);
    /** Servers give up after days; later nothing comes back. */
    private static final Duration LATEST = Duration.ofDays(30);

    private static final Pattern STATUS = Pattern.compile("\\s*(\\d\\.\\d{1,3}\\.\\d{1,3})(?!\\d)");
    private static final Pattern ANSWER =
            Pattern.compile("\\s*(?:\\d{3}[ -](?=\\d\\.\\d))?(\\d\\.\\d{1,3}\\.\\d{1,3}|\\d{3})(?!\\d)");

    private final LetterBook letters;
    private final SuppressionList suppressed;
    private final Clock clock;

    ReturnedLetters(LetterBook letters, SuppressionList suppressed, Clock clock) {
        this.letters = letters;
        this.suppressed = suppressed;
        this.clock = clock;
    }

    /** What it means, in a sentence; empty when it is about no letter of ours. */
    Optional<String> take(DeliveryReport report) {
        return report.recipients().stream()
                .flatMap(it -> take(report.messageId(), it).stream())
                .findFirst();
    }

    private Optional<String> take(String messageId, Recipient it) {
        boolean failed = it.action().equals("failed");
        if (!failed && !it.action().equals("delayed")) {
            return Optional.empty();
        }
        String status = code(it);
        String reason = failed ? "it came back: " + status : "it is delayed: " + status;
        Optional<String> address = it.addresses().stream()
                .filter(to -> letters.cameBack(messageId, to, reason))
                .findFirst();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        if (failed && (NoSuchMailbox.status(it.status()) || NoSuchMailbox.answered(it.answer()))) {
            suppressed.add(
                    address.get(),
                    Cause.REFUSED,
                    "a letter came back: there is no such mailbox (" + status + ")",
                    "Automation");
            return Optional.of("a letter of ours came back: there is no such mailbox (" + status
                    + "), and no letter goes there any more");
        }
        log.warn("letter {} {}", messageId, reason);
        return Optional.of("a letter of ours " + (failed ? "came back (" : "is delayed (") + status
                + "): letters still go to its address, as that may pass");
    }

    private static String code(Recipient it) {
        return Stream.of(STATUS.matcher(it.status()), ANSWER.matcher(it.answer()))
                .filter(Matcher::lookingAt)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("without a code");
    }

    /** Nobody has to know for longer whom a letter went to. */
    void forgetTheOld() {
        letters.forgetReceivers(clock.instant().minus(LATEST));
    }
}
