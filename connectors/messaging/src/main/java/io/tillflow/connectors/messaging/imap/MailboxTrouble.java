package io.tillflow.connectors.messaging.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a mailbox cannot be looked into, in a sentence that says what to do. */
public final class MailboxTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MailboxTrouble(String sentence, MessagingException cause) {
        super(sentence, cause);
    }

    static MailboxTrouble of(ImapAccount account, MessagingException trouble) {
        return new MailboxTrouble(sentence(account, trouble), trouble);
    }

    private static String sentence(ImapAccount account, MessagingException trouble) {
        String server = account.host() + ":" + account.port();
        if (trouble instanceof AuthenticationFailedException) {
            return server + " refuses the login '" + account.login() + "': check the login and its password";
        }
        if (trouble instanceof FolderNotFoundException) {
            return "there is no folder '" + account.folder() + "' on " + server
                    + " any more: it was moved, renamed or deleted; name another one";
        }
        return switch (reason(trouble)) {
            case PrivateHost refused -> String.valueOf(refused.getMessage());
            case UnknownHostException ignored -> "nobody knows the host " + account.host() + ": check its name";
            case SocketTimeoutException ignored -> server + " does not answer in time; the next try comes by itself";
            case ConnectException ignored -> server + " takes no calls: check host and port";
            case SSLException ignored ->
                server
                        + " cannot be spoken to safely (its certificate or its encryption): check host, port and security";
            case null, default ->
                server + " broke off; the next try comes by itself ("
                        + reason(trouble, trouble).getClass().getSimpleName() + ")";
        };
    }

    private static Throwable reason(MessagingException trouble, Throwable otherwise) {
        Throwable found = reason(trouble);
        return found == null ? otherwise : found;
    }

    /** The innermost exception that says something. */
    private static @Nullable Throwable reason(Throwable trouble) {
        Throwable last = null;
        Throwable next = trouble;
        for (int depth = 0; next != null && depth < 10; depth++) {
            if (next instanceof SSLException
                    || next instanceof UnknownHostException
                    || next instanceof ConnectException) {
                return next;
            }
            last = next;
            next = next instanceof MessagingException chain && chain.getNextException() != null
                    ? chain.getNextException()
                    : next.getCause();
        }
        return last;
    }

    /** The host is in one's own network, where letterboxes must not look. */
    public static final class PrivateHost extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        public PrivateHost(String sentence) {
            super(sentence);
        }
    }
}
