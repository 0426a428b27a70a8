package io.tillflow.connectors.messaging.imap;

import io.tillflow.connectors.messaging.imap.ReceivedLetter.Attached;
import io.tillflow.connectors.messaging.imap.ReceivedLetter.LeftOut;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads text and attachments of one letter, and of each no more than asked for, however large the letter is. */
final class Body {
    static final int LARGEST_ATTACHMENT = 10_000_000;
    private static final int MOST_BYTES = 20_000_000;
    private static final int MOST_ATTACHMENTS = 20;
    private static final int MOST_PARTS = 200;
    private static final int DEEPEST = 20;
    /** An HTML text is several times as long as what it says. */
    private static final int HTML_SHARE = 10;

    private final int mostText;
    private final boolean wantsAttachments;
    private final StringBuilder text = new StringBuilder();
    private final List<Attached> attached = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private @Nullable Part html;
    private boolean cut;
    private int parts;
    private long bytes;

    private Body(int mostText, boolean wantsAttachments) {
        this.mostText = mostText;
        this.wantsAttachments = wantsAttachments;
    }

    static Body of(Part letter, int mostText, boolean wantsAttachments) throws MessagingException, IOException {
        Body body = new Body(mostText, wantsAttachments);
        body.take(letter, 0);
        if (body.text.isEmpty() && body.html != null) {
            String source = body.read(body.html, mostText * HTML_SHARE);
            body.append(HtmlText.of(source));
        }
        return body;
    }

    String text() {
        return text.toString().strip();
    }

    boolean cut() {
        return cut;
    }

    List<Attached> attached() {
        return attached;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    private void take(Part part, int depth) throws MessagingException, IOException {
        if (++parts > MOST_PARTS || depth > DEEPEST) {
            throw new MessagingException("expected at most " + MOST_PARTS + " parts, " + DEEPEST + " deep");
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                take(several.getBodyPart(i), depth + 1);
            }
        } else if (isText(part, "text/plain")) {
            append(read(part, mostText));
        } else if (isText(part, "text/html")) {
            html = html == null ? part : html;
        } else {
            attach(part);
        }
    }

    private static boolean isText(Part part, String type) throws MessagingException {
        return part.isMimeType(type)
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                && name(part).isEmpty();
    }

    private void append(String more) {
        String clean = Plain.of(more);
        int room = mostText - text.length();
        cut |= clean.length() > room;
        text.append(Plain.cut(clean, Math.max(0, room)));
    }

    private String read(Part part, int most) throws MessagingException, IOException {
        StringBuilder read = new StringBuilder();
        try (Reader in = new InputStreamReader(part.getInputStream(), charset(part))) {
            char[] some = new char[4_096];
            int got = in.read(some);
            while (got > 0 && read.length() <= most) {
                read.append(some, 0, Math.min(got, most + 1 - read.length()));
                got = in.read(some);
            }
        }
        cut |= read.length() > most;
        return read.toString();
    }

    private static Charset charset(Part part) throws MessagingException {
        try {
            String named = new ContentType(part.getContentType()).getParameter("charset");
            return named == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(named));
        } catch (ParseException | IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private void attach(Part part) throws MessagingException {
        String given = name(part);
        String name = given.isEmpty() ? "part-" + parts : given;
        long size = Math.max(0, part.getSize());
        if (!wantsAttachments) {
            leftOut.add(new LeftOut(name, size, "not asked for"));
        } else if (attached.size() >= MOST_ATTACHMENTS) {
            leftOut.add(new LeftOut(name, size, "more than " + MOST_ATTACHMENTS + " attachments"));
        } else {
            load(part, name, size);
        }
    }

    private void load(Part part, String name, long size) throws MessagingException {
        // what is sent is a third larger than what it says
        if (size > LARGEST_ATTACHMENT / 3L * 4 + LARGEST_ATTACHMENT / 10) {
            leftOut.add(tooLarge(name, size));
            return;
        }
        try (InputStream in = part.getInputStream()) {
            byte[] content = in.readNBytes(LARGEST_ATTACHMENT + 1);
            if (content.length > LARGEST_ATTACHMENT) {
                leftOut.add(tooLarge(name, size));
            } else if (bytes + content.length > MOST_BYTES) {
                leftOut.add(new LeftOut(name, size, "more than 20 MB in one letter"));
            } else {
                bytes += content.length;
                attached.add(new Attached(name, type(part), content));
            }
        } catch (IOException broken) {
            leftOut.add(new LeftOut(name, size, "it cannot be decoded"));
        }
    }

    private static LeftOut tooLarge(String name, long size) {
        return new LeftOut(name, size, "larger than 10 MB");
    }

    private static String type(Part part) throws MessagingException {
        String type = part.getContentType();
        int end = type.indexOf(';');
        return Plain.line((end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT));
    }

    private static String name(Part part) throws MessagingException {
        try {
            String name = part.getFileName();
            return name == null ? "" : Plain.line(MimeUtility.decodeText(name));
        } catch (ParseException | IOException unreadable) {
            return "unnamed";
        }
    }
}
