package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.support.SupportMessage;
import io.tillflow.storefront.support.SupportRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says where a question stands in the shopper's words. */
public final class SupportWords {
    private SupportWords() {}

    public static String author(SupportMessage message) {
        return switch (message.author()) {
            case SHOPPER -> say("order.authorYou");
            case RULE -> say("order.authorRule");
            case PERSON -> say("order.authorPerson");
        };
    }

    /** @param latest null before anything was asked */
    public static String note(@Nullable SupportRequest latest) {
        if (latest == null) {
            return say("order.weAnswer");
        }
        return switch (latest.state()) {
            case REQUESTED -> say("order.haveMessageSoon");
            case WITH_PERSON -> say("order.somebodyReads");
            case ANSWERED -> say("order.notQuite");
            case CLOSED -> say("order.closed");
        };
    }

    /** What the order's page says about it. */
    public static String headline(SupportRequest latest) {
        return switch (latest.state()) {
            case REQUESTED, WITH_PERSON -> say("order.haveMessage");
            case ANSWERED -> say("order.haveAnswered");
            case CLOSED -> say("order.conversationWithUs");
        };
    }

    /** The last thing said, as the order's page shows it. */
    public static String last(List<SupportMessage> messages) {
        String text = messages.getLast().body();
        return author(messages.getLast()) + ": " + (text.length() > 160 ? text.substring(0, 160) + "…" : text);
    }
}
