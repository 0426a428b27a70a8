package io.tillflow.connectors.messaging.smtp;

import io.tillflow.connectors.messaging.Email;
import io.tillflow.connectors.messaging.Handover;
import io.tillflow.connectors.messaging.MailServer;
import io.tillflow.connectors.messaging.NoSuchMailbox;
import io.tillflow.connectors.provider.OutcomeUnknown;
import io.tillflow.connectors.provider.ProviderUnavailable;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Any mail server that speaks SMTP. */
public final class SmtpServer implements MailServer {
    private final SmtpSettings settings;
    private final Session session;
    private final Function<String, Optional<Boolean>> lookUp;

    /**
     * @param lookUp answers whether a message id has arrived, where somebody can tell
     */
    public SmtpServer(SmtpSettings settings, Function<String, Optional<Boolean>> lookUp) {
        this.settings = settings;
        this.lookUp = lookUp;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(SmtpSettings settings) {
        String timeout = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    @Override
    public Handover send(Email email) {
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage message = Mime.message(session, settings.from(), email);
            connect(transport);
            return handOver(transport, message, email);
        } catch (MessagingException e) {
            throw new IllegalStateException("expected to compose " + email + ", but could not", e);
        }
    }

    private void connect(Transport transport) {
        try {
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
        } catch (MessagingException e) {
            throw new ProviderUnavailable("expected mail server " + settings + " to answer, but: " + e.getMessage(), e);
        }
    }

    private Handover handOver(Transport transport, MimeMessage message, Email email) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Handover.Accepted();
        } catch (MessagingException e) {
            return refusal(e, email);
        }
    }

    /** A server that answered with a code did not take the letter; one that fell silent may have. */
    private static Handover refusal(MessagingException trouble, Email email) {
        int code = returnCode(trouble);
        if (code >= 500) {
            return new Handover.Refused("the mail server refused it with code " + code, noSuchMailbox(trouble));
        }
        if (code >= 400) {
            throw new ProviderUnavailable(
                    "expected the mail server to take " + email + ", but it said " + code, trouble);
        }
        throw new OutcomeUnknown("expected the mail server to take " + email + ", but it fell silent");
    }

    /** It said so of the address itself. */
    private static boolean noSuchMailbox(MessagingException trouble) {
        for (Exception link = trouble; link instanceof MessagingException step; link = step.getNextException()) {
            if (step instanceof SMTPAddressFailedException address
                    && NoSuchMailbox.answered(String.valueOf(address.getMessage()))) {
                return true;
            }
        }
        return false;
    }

    private static int returnCode(MessagingException trouble) {
        for (Exception link = trouble; link instanceof MessagingException step; link = step.getNextException()) {
            int code = switch (step) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send when send.getNextException() == null -> send.getReturnCode();
                default -> 0;
            };
            if (code >= 400) {
                return code;
            }
        }
        return 0;
    }

    @Override
    public Optional<Boolean> received(String messageId) {
        return lookUp.apply(messageId);
    }
}
