package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.DearerChange;
import io.tillflow.storefront.orders.DearerChange.End;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in the shopper's words what becomes of a change that has to be paid first. */
public final class ChangeWords {
    private ChangeWords() {}

    /** One that waits, or is off, as long as that matters for the parcel. */
    public static boolean shown(@Nullable DearerChange change, Order order) {
        return change != null
                && change.state() != DearerChange.State.APPLIED
                && !order.givenUp()
                && !order.state().away();
    }

    public static boolean payable(@Nullable DearerChange change) {
        return change != null && change.payable();
    }

    public static String headline(DearerChange change) {
        return change.pending() ? say("order.changeWaits") : say("order.changeOff");
    }

    /** "+ 2 × Tarn table lamp, moss", "− 1 × Birch tray". */
    public static List<String> differences(DearerChange change, Order order) {
        List<String> all = new ArrayList<>();
        change.come().forEach(more -> all.add("+ " + more.quantity() + " × " + named(more)));
        order.lines().forEach(line -> {
            int less = line.quantity() - change.quantities().getOrDefault(line.sku(), line.quantity());
            if (less > 0) {
                all.add("− " + less + " × " + named(line));
            }
        });
        return all;
    }

    private static String named(OrderLine line) {
        return line.variant().isEmpty() ? line.name() : line.name() + ", " + line.variant();
    }

    /** What has to be done, or why it is off. */
    public static String note(DearerChange change, Order order, Words words) {
        if (!change.pending()) {
            return why(change.reason() == null ? End.DROPPED : change.reason());
        }
        String sums = say(
                "order.changeCosts",
                Money.text(change.total()),
                Money.text(order.totals().total()),
                words.moment(change.expiresAt()));
        String page = change.payable() ? sums : sums + " " + say("order.changeLinkComes");
        return change.declined() ? say("order.changeBankNo") + " " + page : page;
    }

    private static String why(End reason) {
        return switch (reason) {
            case UNPAID -> say("order.changeUnpaid");
            case DECLINED -> say("order.changeDeclined");
            case SHIPPED -> say("order.changeShipped");
            case OUTDATED -> say("order.changeOutdated");
            case SOLD_OUT -> say("order.changeSoldOut");
            case DROPPED -> say("order.changeDropped");
            case KEPT, CANCELLED -> say("order.changeKept");
        };
    }
}
