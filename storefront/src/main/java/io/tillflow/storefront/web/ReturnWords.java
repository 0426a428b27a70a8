package io.tillflow.storefront.web;

import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.returns.OrderReturn;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says a return in the shopper's words. */
public final class ReturnWords {
    private ReturnWords() {}

    /** "2 × Tarn table lamp, 1 × Birch tray". */
    public static String things(OrderReturn back, Order order) {
        if (back.lines().isEmpty()) {
            return back.reason().words();
        }
        return back.lines().stream()
                .map(line -> line.quantity() + " × "
                        + order.lines().get(line.position()).name())
                .collect(Collectors.joining(", "));
    }

    public static String headline(OrderReturn back) {
        return switch (back.state()) {
            case REQUESTED -> back.lines().isEmpty() ? "Money for you" : "Return asked for";
            case IN_REVIEW -> "Somebody looks at your return";
            case ACCEPTED -> "Return accepted";
            case RECEIVED -> "Your parcel is here";
            case REFUNDED -> Money.text(back.refunded()) + " on the way back to you";
            case REFUSED -> back.lines().isEmpty() ? "No money after all" : "Return not possible";
        };
    }

    public static String note(OrderReturn back) {
        return switch (back.state()) {
            case REQUESTED -> "You’ll hear from us in a moment.";
            case IN_REVIEW -> "That takes two days at most. You don’t have to do anything.";
            case ACCEPTED -> "Print the label, stick it on the parcel and hand it in. Postage is paid.";
            case RECEIVED -> "We unpack it, then your money goes back.";
            case REFUNDED -> "It goes back to your card. Banks show it within a few days.";
            case REFUSED -> why(back.refusal());
        };
    }

    private static String why(@Nullable String refusal) {
        return switch (refusal == null ? "" : refusal) {
            case "TOO_LATE" -> "More than 30 days have passed since the delivery.";
            case "NOT_APPROVED" -> "Somebody of the shop looked at it and couldn’t accept it.";
            case "PARCEL_MISSING" -> "The parcel didn’t reach us in time.";
            case "DAMAGED" -> "The things came back damaged.";
            default -> "We can’t take this back.";
        };
    }
}
