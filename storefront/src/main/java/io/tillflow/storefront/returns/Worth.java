package io.tillflow.storefront.returns;

import io.tillflow.storefront.orders.Order;
import java.util.List;

/** What of the money of an order falls on what comes back. */
public final class Worth {
    private Worth() {}

    /**
     * What was paid for these lines, promotions shared out evenly; all returns of an order together give exactly that.
     *
     * @param exchanged without what is wanted instead
     */
    static long of(Order order, List<OrderReturn.Line> lines, boolean exchanged, List<OrderReturn> counted) {
        long before = counted.stream()
                .mapToLong(earlier -> listed(order, earlier.lines(), exchanged(earlier)))
                .sum();
        return paid(order, before + listed(order, lines, exchanged)) - paid(order, before);
    }

    static boolean exchanged(OrderReturn back) {
        return back.state() == ReturnState.EXCHANGED;
    }

    private static long listed(Order order, List<OrderReturn.Line> lines, boolean exchanged) {
        long listed = 0;
        for (OrderReturn.Line line : lines) {
            listed += line.quantity()
                    * line.counts(order.lines().get(line.position()).unitPrice(), exchanged);
        }
        return listed;
    }

    /** What of this part of the order's prices was paid: its promotions are shared out evenly. */
    public static long paid(Order order, long listed) {
        long all = order.totals().itemsTotal();
        return all == 0 ? 0 : listed * (all - order.totals().discount()) / all;
    }
}
