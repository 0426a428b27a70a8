package io.tillflow.connectors.messaging.mailbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;

/** An SMTP server on the loopback address; a letter counts as taken once the mailbox has stored it. */
public final class LocalMailServer implements AutoCloseable {
    /** How addresses begin that nobody has, so that one can rehearse what becomes of letters to them. */
    private static final String NOBODY = "no-such-mailbox";

    private static final String LOOPBACK = "127.0.0.1";
    private static final long PATIENCE_MS = 5_000;

    private final SmtpServer server;

    /**
     * @param port 0 takes any free port
     */
    public LocalMailServer(int port, Mailbox mailbox) {
        ServerSetup setup = new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        server = new SmtpServer(setup, new StoringManagers(mailbox));
    }

    /** Starts listening; throws when the port is taken. */
    public void start() {
        server.startService();
        try {
            if (!server.waitTillRunning(PATIENCE_MS)) {
                throw new IllegalStateException("expected the mailbox to listen on " + LOOPBACK + ":"
                        + server.getServerSetup().getPort() + ", but it does not; is the port taken?");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting the mailbox", e);
        }
    }

    public int port() {
        return server.getPort();
    }

    public boolean running() {
        return server.isRunning();
    }

    @Override
    public void close() {
        server.stopService();
    }

    private static final class StoringManagers extends Managers {
        private final SmtpManager storing;

        StoringManagers(Mailbox mailbox) {
            storing = new StoringSmtp(this, mailbox);
        }

        @Override
        public SmtpManager getSmtpManager() {
            return storing;
        }
    }

    private static final class StoringSmtp extends SmtpManager {
        private final Mailbox mailbox;

        StoringSmtp(Managers managers, Mailbox mailbox) {
            super(managers.getImapHostManager(), managers.getUserManager());
            this.mailbox = mailbox;
        }

        @Override
        public @org.jspecify.annotations.Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
            return recipient.getEmail().startsWith(NOBODY) ? "550 5.1.1 There is no such mailbox" : null;
        }

        /** Stores the letter before the server says 250, so that what was taken is never lost. */
        @Override
        public @org.jspecify.annotations.Nullable String checkData(SmtpState state) {
            try {
                mailbox.keep(IncomingMail.read(state.getMessage()));
                return null;
            } catch (RuntimeException e) {
                log.warn("the mailbox could not store a letter", e);
                return "451 4.3.0 The mailbox cannot store letters now";
            }
        }

        @Override
        public synchronized void send(SmtpState state) {
            // checkData has stored it
        }
    }
}
