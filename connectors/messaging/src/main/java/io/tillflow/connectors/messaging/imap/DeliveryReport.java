package io.tillflow.connectors.messaging.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server reports of a letter that it did not deliver (RFC 3464), as a letter of its own (RFC 3462).
 *
 * @param messageId of the letter that it is about, as its returned head has it
 */
public record DeliveryReport(String messageId, List<Recipient> recipients) {
    private static final Pattern STATUS = Pattern.compile("message/(global-)?delivery-status");
    private static final Pattern RETURNED =
            Pattern.compile("(message/(rfc822|global)|text/rfc822-headers|message/global-headers)");
    private static final int MOST_BYTES = 64_000;
    private static final int MOST_RECIPIENTS = 50;

    /**
     * What became of it for one receiver.
     *
     * @param addresses the one it went to last, and the one it was sent to where that is said
     * @param action {@code failed}, {@code delayed}, {@code delivered} …
     * @param status such as {@code 5.1.1}
     * @param answer the other server's, such as {@code 550 5.1.1 unknown user}; empty where it is not said
     */
    public record Recipient(List<String> addresses, String action, String status, String answer) {}

    /** Addresses belong into no log. */
    @Override
    public String toString() {
        return "DeliveryReport[" + messageId + "]";
    }

    /** Empty for what is no report, or says not about which letter or receiver. */
    static Optional<DeliveryReport> of(MimeMessage letter) throws MessagingException, IOException {
        if (!letter.isMimeType("multipart/report") || !(letter.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        List<Recipient> recipients = List.of();
        String messageId = "";
        for (int i = 0; i < parts.getCount(); i++) {
            Part part = parts.getBodyPart(i);
            String type = part.getContentType().strip().toLowerCase(Locale.ROOT);
            if (STATUS.matcher(type).lookingAt()) {
                recipients = blocks(part).stream()
                        .flatMap(block -> recipient(block).stream())
                        .limit(MOST_RECIPIENTS)
                        .toList();
            } else if (RETURNED.matcher(type).lookingAt()) {
                messageId = blocks(part).stream()
                        .findFirst()
                        .map(head -> head.getOrDefault("message-id", ""))
                        .orElse("");
            }
        }
        return messageId.isEmpty() || recipients.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeliveryReport(messageId, recipients));
    }

    private static Optional<Recipient> recipient(Map<String, String> block) {
        List<String> addresses = new ArrayList<>();
        address(block.get("original-recipient")).ifPresent(addresses::add);
        address(block.get("final-recipient")).ifPresent(addresses::add);
        String action = block.getOrDefault("action", "").toLowerCase(Locale.ROOT);
        return addresses.isEmpty() || action.isEmpty()
                ? Optional.empty()
                : Optional.of(new Recipient(
                        List.copyOf(addresses),
                        action,
                        block.getOrDefault("status", ""),
                        typed(block.get("diagnostic-code"), "smtp").orElse("")));
    }

    private static Optional<String> address(@Nullable String field) {
        return typed(field, "rfc822").or(() -> typed(field, "utf-8")).map(it -> it.replaceAll("^<|>$", ""));
    }

    /** What stands after {@code rfc822;}. */
    private static Optional<String> typed(@Nullable String field, String type) {
        int end = field == null ? -1 : field.indexOf(';');
        return field != null && end >= 0 && field.substring(0, end).strip().equalsIgnoreCase(type)
                ? Optional.of(field.substring(end + 1).strip())
                : Optional.empty();
    }

    /** Its heads, each by the names of its fields in lower case; the rest of a returned letter is read as one, and not used. */
    private static List<Map<String, String>> blocks(Part part) throws MessagingException, IOException {
        String text;
        try (InputStream in = part.getInputStream()) {
            text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
        List<Map<String, String>> blocks = new ArrayList<>();
        for (String block : text.strip().split("\\n[ \\t]*\\n")) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String line : block.replaceAll("\\n[ \\t]+", " ").split("\\n")) {
                int name = line.indexOf(':');
                if (name > 0) {
                    fields.putIfAbsent(
                            line.substring(0, name).strip().toLowerCase(Locale.ROOT),
                            Plain.line(line.substring(name + 1).strip()));
                }
            }
            blocks.add(fields);
        }
        return blocks;
    }
}
