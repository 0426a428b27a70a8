package io.tillflow.connectors.letterboxes;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** A mail server of the test's own. */
public final class MailHost implements AutoCloseable {
    public static final String PASSWORD = "correct horse";
    private static final String LOGIN = "service@ullmere.example";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)
    });
    private final GreenMailUser user;

    public MailHost() {
        server.start();
        user = server.setUser(LOGIN, LOGIN, PASSWORD);
    }

    public int port() {
        return server.getImap().getPort();
    }

    public int tlsPort() {
        return server.getImaps().getPort();
    }

    public String login() {
        return LOGIN;
    }

    public void makeFolder(String name) {
        try {
            server.getManagers().getImapHostManager().createMailbox(user, name);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public void deleteFolder(String name) {
        try {
            server.getManagers().getImapHostManager().deleteMailbox(user, name);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param source the letter as it is sent, with its head */
    public void deliver(String folder, String source, Instant at) {
        try {
            MimeMessage letter = new MimeMessage(
                    jakarta.mail.Session.getInstance(new Properties()),
                    new ByteArrayInputStream(source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
            MailFolder there = server.getManagers().getImapHostManager().getFolder(user, folder);
            there.appendMessage(letter, new Flags(), Date.from(at));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
