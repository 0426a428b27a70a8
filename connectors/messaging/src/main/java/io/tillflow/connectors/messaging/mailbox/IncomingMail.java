package io.tillflow.connectors.messaging.mailbox;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what the mail server was handed. */
final class IncomingMail {
    private IncomingMail() {}

    static Mailbox.Incoming read(MovingMessage moving) {
        try {
            MimeMessage message = moving.getMessage();
            String to = moving.getToAddresses().stream()
                    .map(MailAddress::getEmail)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return new Mailbox.Incoming(
                    known(message.getMessageID()),
                    moving.getReturnPath() == null ? "" : moving.getReturnPath().getEmail(),
                    to,
                    known(message.getSubject()),
                    part(message, "text/plain"),
                    part(message, "text/html"));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("expected a readable letter", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String known(@Nullable String header) {
        return header == null ? "" : header;
    }

    private static @Nullable String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent()).replace("\u0000", "");
        }
        if (!(part.getContent() instanceof Multipart parts)) {
            return null;
        }
        for (int i = 0; i < parts.getCount(); i++) {
            String found = part(parts.getBodyPart(i), type);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
