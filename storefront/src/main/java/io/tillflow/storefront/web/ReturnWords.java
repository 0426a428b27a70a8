package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.returns.Exchanges;
import io.tillflow.storefront.returns.OrderReturn;
import io.tillflow.storefront.returns.Worth;
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
                        + order.lines().get(line.position()).name()
                        + (line.cameLabel() == null ? "" : ", " + line.cameLabel())
                        + against(back, line.insteadLabel()))
                .collect(Collectors.joining(", "));
    }

    private static String against(OrderReturn back, @Nullable String instead) {
        return instead == null || !back.exchanging() ? "" : " (" + say("order.against", instead) + ")";
    }

    /** What goes back to the shopper for it, as far as is known. */
    public static String money(OrderReturn back) {
        OrderReturn.Exchange exchange = back.exchange();
        if (exchange == null || !back.exchanging()) {
            return Money.text(back.amount());
        }
        return exchange.difference() == 0
                ? say("order.samePrice")
                : say("order.differenceBack", Money.text(exchange.difference()));
    }

    /** A choice of the form: "Lake blue, large (€5.00 back)". */
    public static String instead(Exchanges.Choice choice, long counts, Order order) {
        long dearer = choice.dearer(counts);
        if (choice.available() == 0) {
            return say("order.insteadSoldOut", choice.label());
        }
        if (dearer > 0) {
            return say("order.insteadMore", choice.label(), Money.text(dearer));
        }
        long back = Worth.paid(order, -dearer);
        return back == 0 ? choice.label() : say("order.insteadLess", choice.label(), Money.text(back));
    }

    public static String headline(OrderReturn back) {
        return switch (back.state()) {
            case REQUESTED -> back.lines().isEmpty() ? say("order.moneyForYou") : say("order.returnAsked");
            case IN_REVIEW -> say("order.returnLooked");
            case ACCEPTED -> say("order.returnAccepted");
            case RECEIVED -> say("order.parcelHere");
            case EXCHANGED -> say("order.exchanged");
            case REFUNDED -> say("order.refunded", Money.text(back.refunded()));
            case REFUSED -> back.lines().isEmpty() ? say("order.noMoney") : say("order.returnRefused");
        };
    }

    public static String note(OrderReturn back) {
        return switch (back.state()) {
            case REQUESTED -> say("order.hearSoon");
            case IN_REVIEW -> say("order.twoDays");
            case ACCEPTED -> say("order.printLabel");
            case RECEIVED -> back.exchanging() ? say("order.unpackExchange") : say("order.unpack");
            case EXCHANGED -> back.refunded() == 0 ? say("order.exchangeLeft") : say("order.exchangeLeftDifference");
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
