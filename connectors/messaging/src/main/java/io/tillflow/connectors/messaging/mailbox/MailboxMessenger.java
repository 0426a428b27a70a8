package io.tillflow.connectors.messaging.mailbox;

import io.tillflow.connectors.messaging.Handover;
import io.tillflow.connectors.messaging.Messenger;
import io.tillflow.connectors.messaging.ShortMessage;
import java.util.Optional;
import java.util.regex.Pattern;

/** The sandbox of short messages: they arrive in the local mailbox. */
public final class MailboxMessenger implements Messenger {
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");

    /** Twilio's own number for an invalid one. */
    private static final String INVALID = "+15005550001";

    /** A chat that nobody has. */
    private static final String UNKNOWN_CHAT = "UNKNOWN";

    private final Mailbox mailbox;
    private final Kind kind;

    /** What is sandboxed. */
    public enum Kind {
        SMS("SMS", "sms@sandbox"),
        CHAT("Chat", "chat@sandbox");

        private final String word;
        private final String sender;

        Kind(String word, String sender) {
            this.word = word;
            this.sender = sender;
        }
    }

    public MailboxMessenger(Mailbox mailbox, Kind kind) {
        this.mailbox = mailbox;
        this.kind = kind;
    }

    @Override
    public Handover send(ShortMessage message) {
        boolean refused = switch (kind) {
            case SMS -> !NUMBER.matcher(message.to()).matches() || message.to().equals(INVALID);
            case CHAT -> message.to().contains(UNKNOWN_CHAT);
        };
        if (refused) {
            return new Handover.Refused("the sandbox knows no such " + (kind == Kind.SMS ? "phone number" : "chat"));
        }
        mailbox.keep(
                new Mailbox.Incoming(message.messageId(), kind.sender, message.to(), kind.word, message.text(), null));
        return new Handover.Accepted();
    }

    @Override
    public Optional<Boolean> received(String messageId) {
        return Optional.of(mailbox.holds(messageId));
    }
}
