package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

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
            case REQUESTED -> back.lines().isEmpty() ? say("order.moneyForYou") : say("order.returnAsked");
            case IN_REVIEW -> say("order.returnLooked");
            case ACCEPTED -> say("order.returnAccepted");
            case RECEIVED -> say("order.parcelHere");
            case REFUNDED -> say("order.refunded", Money.text(back.refunded()));
            case REFUSED -> back.lines().isEmpty() ? say("order.noMoney") : say("order.returnRefused");
        };
    }

    public static String note(OrderReturn back) {
        return switch (back.state()) {
            case REQUESTED -> say("order.hearSoon");
            case IN_REVIEW -> say("order.twoDays");
            case ACCEPTED -> say("order.printLabel");
            case RECEIVED -> say("order.unpack");
            case REFUNDED -> say("order.backToCard");
            case REFUSED -> why(back.refusal());
        };
    }

    private static String why(@Nullable String refusal) {
        return switch (refusal == null ? "" : refusal) {
            case "TOO_LATE" -> say("order.refusedLate");
            case "NOT_APPROVED" -> say("order.refusedLooked");
            case "PARCEL_MISSING" -> say("order.refusedMissing");
            case "DAMAGED" -> say("order.refusedDamaged");
            default -> say("order.refusedOther");
        };
    }
}
