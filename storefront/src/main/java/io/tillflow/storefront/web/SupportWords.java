package io.tillflow.storefront.web;

import io.tillflow.storefront.support.SupportMessage;
import io.tillflow.storefront.support.SupportRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says where a question stands in the shopper's words. */
public final class SupportWords {
    private SupportWords() {}

    public static String author(SupportMessage message) {
        return switch (message.author()) {
            case SHOPPER -> "You";
            case RULE -> "Ullmere, automatic";
            case PERSON -> "Somebody from Ullmere";
        };
    }

    /** @param latest null before anything was asked */
    public static String note(@Nullable SupportRequest latest) {
        if (latest == null) {
            return "We answer here and by e-mail.";
        }
        return switch (latest.state()) {
            case REQUESTED -> "We have your message. You’ll hear from us in a moment.";
            case WITH_PERSON -> "Somebody reads it and answers here and by e-mail, usually within a day.";
            case ANSWERED -> "Not quite it? Just write again, and somebody has a look.";
            case CLOSED -> "This conversation is closed. Write again whenever you like.";
        };
    }

    /** What the order's page says about it. */
    public static String headline(SupportRequest latest) {
        return switch (latest.state()) {
            case REQUESTED, WITH_PERSON -> "We have your message";
            case ANSWERED -> "We have answered you";
            case CLOSED -> "Your conversation with us";
        };
    }

    /** The last thing said, as the order's page shows it. */
    public static String last(List<SupportMessage> messages) {
        String text = messages.getLast().body();
        return author(messages.getLast()) + ": " + (text.length() > 160 ? text.substring(0, 160) + "…" : text);
    }
}
