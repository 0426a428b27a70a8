package io.tillflow.connectors.messaging.imap;

import jakarta.mail.Address;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Header;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one letter; what of it is broken is named, and the rest is read all the same. */
final class LetterReader {
    /** A letter whose parts the server does not understand is read as a whole up to this size. */
    private static final int LARGEST_WHOLE = 20_000_000;

    /** A report that returns the whole letter returns one of ours, and those are small. */
    private static final int LARGEST_REPORT = 1_000_000;

    private static final int LONGEST_ID = 120;

    private LetterReader() {}

    static ReceivedLetter read(long uid, MimeMessage letter, Instant at, int mostText, boolean wantsAttachments)
            throws MessagingException {
        @Nullable InternetAddress from = from(letter);
        String address = from == null ? "" : Plain.line(from.getAddress() == null ? "" : from.getAddress());
        String name = from == null || from.getPersonal() == null ? "" : Plain.line(from.getPersonal());
        Automatic automatic = Automatic.of(letter, address);
        String id = id(letter, at);
        String subject = subject(letter);
        String inReplyTo = header(letter, "In-Reply-To");
        try {
            Body body = body(letter, mostText, wantsAttachments);
            return new ReceivedLetter(
                    uid,
                    id,
                    address,
                    name,
                    subject,
                    at,
                    automatic,
                    inReplyTo,
                    body.text(),
                    body.cut(),
                    body.attached(),
                    body.leftOut(),
                    "");
        } catch (FolderClosedException | StoreClosedException | MessageRemovedException away) {
            throw away;
        } catch (MessagingException | IOException broken) {
            String trouble = "its parts cannot be read: broken MIME";
            return new ReceivedLetter(
                    uid, id, address, name, subject, at, automatic, inReplyTo, "", false, List.of(), List.of(),
                    trouble);
        }
    }

    private static Body body(MimeMessage letter, int mostText, boolean wantsAttachments)
            throws MessagingException, IOException {
        try {
            return Body.of(letter, mostText, wantsAttachments);
        } catch (FolderClosedException | StoreClosedException | MessageRemovedException away) {
            throw away;
        } catch (MessagingException | IOException notUnderstood) {
            if (letter.getSize() > LARGEST_WHOLE) {
                throw notUnderstood;
            }
            return Body.of(whole(letter), mostText, wantsAttachments);
        }
    }

    /** Read by ourselves, more leniently than by the server. */
    private static MimeMessage whole(MimeMessage letter) throws MessagingException, IOException {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        letter.writeTo(source);
        return new MimeMessage(null, new SharedByteArrayInputStream(source.toByteArray()));
    }

    /** Read whole by ourselves: servers disagree on what the parts of a report are. */
    static Optional<DeliveryReport> report(MimeMessage letter) throws MessagingException {
        if (letter.getSize() > LARGEST_REPORT || Automatic.of(letter, "") != Automatic.BOUNCE) {
            return Optional.empty();
        }
        try {
            return DeliveryReport.of(whole(letter));
        } catch (FolderClosedException | StoreClosedException | MessageRemovedException away) {
            throw away;
        } catch (MessagingException | IOException broken) {
            return Optional.empty();
        }
    }

    private static @Nullable InternetAddress from(MimeMessage letter) {
        try {
            Address @Nullable [] from = letter.getFrom();
            return from != null && from.length > 0 && from[0] instanceof InternetAddress first ? first : null;
        } catch (MessagingException noAddress) {
            return null;
        }
    }

    private static String subject(MimeMessage letter) throws MessagingException {
        String raw = letter.getHeader("Subject", null);
        if (raw == null) {
            return "";
        }
        try {
            return Plain.line(MimeUtility.decodeText(MimeUtility.unfold(raw)));
        } catch (IOException unknownCharset) {
            return Plain.line(raw);
        }
    }

    private static String header(MimeMessage letter, String name) throws MessagingException {
        String value = letter.getHeader(name, null);
        return value == null ? "" : Plain.line(value);
    }

    private static String id(MimeMessage letter, Instant at) throws MessagingException {
        String own = header(letter, "Message-ID");
        if (!own.isEmpty()) {
            return own.length() <= LONGEST_ID ? own : "sha256:" + digest(own);
        }
        StringBuilder head = new StringBuilder(at.toString());
        Enumeration<Header> headers = letter.getAllHeaders();
        while (headers.hasMoreElements()) {
            Header header = headers.nextElement();
            head.append('\n').append(header.getName()).append(": ").append(header.getValue());
        }
        return "sha256:" + digest(head.toString());
    }

    private static String digest(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
