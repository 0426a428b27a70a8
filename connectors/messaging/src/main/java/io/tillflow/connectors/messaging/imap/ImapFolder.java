package io.tillflow.connectors.messaging.imap;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** A mailbox's folder, open to be read; nothing in it is changed, also not what counts as seen. */
public final class ImapFolder implements AutoCloseable {
    private static final String CONNECT_MS = "10000";
    private static final String READ_MS = "20000";

    private final ImapAccount account;
    private final Store store;
    private final Folder folder;

    private ImapFolder(ImapAccount account, Store store, Folder folder) {
        this.account = account;
        this.store = store;
        this.folder = folder;
    }

    /**
     * Throws {@link MailboxTrouble} with a sentence.
     *
     * @param sockets makes plain sockets, and says which addresses may be called
     */
    public static ImapFolder open(ImapAccount account, String password, SocketFactory sockets) {
        Store store = null;
        try {
            Session session = Session.getInstance(properties(account, sockets));
            store = session.getStore("imap");
            store.connect(account.host(), account.port(), account.login(), password);
            Folder folder = store.getFolder(account.folder());
            if (!folder.exists() || (folder.getType() & Folder.HOLDS_MESSAGES) == 0) {
                throw new FolderNotFoundException(folder);
            }
            folder.open(Folder.READ_ONLY);
            return new ImapFolder(account, store, folder);
        } catch (MessagingException trouble) {
            close(store);
            throw MailboxTrouble.of(account, trouble);
        }
    }

    private static Properties properties(ImapAccount account, SocketFactory sockets) {
        Properties properties = new Properties();
        properties.put("mail.imap.connectiontimeout", CONNECT_MS);
        properties.put("mail.imap.timeout", READ_MS);
        properties.put("mail.imap.writetimeout", READ_MS);
        properties.put("mail.imap.socketFactory", sockets);
        properties.put("mail.imap.socketFactory.fallback", "false");
        properties.put("mail.imap.ssl.enable", Boolean.toString(account.security() == ImapAccount.Security.TLS));
        properties.put("mail.imap.ssl.checkserveridentity", "true");
        boolean startTls = account.security() == ImapAccount.Security.STARTTLS;
        properties.put("mail.imap.starttls.enable", Boolean.toString(startTls));
        properties.put("mail.imap.starttls.required", Boolean.toString(startTls));
        return properties;
    }

    /** Changes when the mailbox was moved or rebuilt: from then on its numbers mean other letters. */
    public long validity() {
        return ask(uids()::getUIDValidity);
    }

    /** Which number the next letter gets. */
    public long next() {
        return ask(() -> {
            long told = uids().getUIDNext();
            int count = folder.getMessageCount();
            return told > 0 ? told : count == 0 ? 1 : uids().getUID(folder.getMessage(count)) + 1;
        });
    }

    /** Of the letters from this number on the first ones, without loading them. */
    public List<Found> from(long uid, int most) {
        return ask(() -> {
            // an end beyond the last letter makes servers answer with the last one
            Message[] messages = uids().getMessagesByUID(uid, UIDFolder.LASTUID);
            List<Found> found = new ArrayList<>();
            for (Message message : messages) {
                if (message instanceof MimeMessage letter && uids().getUID(letter) >= uid) {
                    found.add(new Found(uids().getUID(letter), letter));
                }
            }
            found.sort(Comparator.comparingLong(Found::uid));
            List<Found> first = found.subList(0, Math.min(found.size(), most));
            fetch(first);
            return List.copyOf(first);
        });
    }

    private void fetch(List<Found> letters) throws MessagingException {
        FetchProfile heads = new FetchProfile();
        heads.add(FetchProfile.Item.ENVELOPE);
        heads.add(FetchProfile.Item.SIZE);
        folder.fetch(letters.stream().map(Found::letter).toArray(Message[]::new), heads);
    }

    /** A letter that is there. */
    public final class Found {
        private final long uid;
        private final MimeMessage letter;

        Found(long uid, MimeMessage letter) {
            this.uid = uid;
            this.letter = letter;
        }

        public long uid() {
            return uid;
        }

        MimeMessage letter() {
            return letter;
        }

        /** When the mailbox took it. */
        public Instant at() {
            return ask(() -> {
                @Nullable Date at = letter.getReceivedDate();
                return at == null ? Instant.EPOCH : at.toInstant();
            });
        }

        public long bytes() {
            return ask(() -> (long) Math.max(0, letter.getSize()));
        }

        /** What a mail server reports with it; empty where it is no report of one. */
        public Optional<DeliveryReport> report() {
            return ask(() -> LetterReader.report(letter));
        }

        /** @param mostText how many characters of its text */
        public ReceivedLetter read(int mostText, boolean wantsAttachments) {
            return ask(() -> LetterReader.read(uid, letter, at(), mostText, wantsAttachments));
        }
    }

    private UIDFolder uids() {
        return (UIDFolder) folder;
    }

    private interface Question<T> {
        T ask() throws MessagingException;
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (MessagingException trouble) {
            throw MailboxTrouble.of(account, trouble);
        }
    }

    @Override
    public void close() {
        close(store);
    }

    private static void close(@Nullable Store store) {
        if (store == null) {
            return;
        }
        try {
            store.close();
        } catch (MessagingException gone) {
            // the server has closed it already
        }
    }
}
