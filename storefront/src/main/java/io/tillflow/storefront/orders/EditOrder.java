package io.tillflow.storefront.orders;

import io.tillflow.storefront.terms.Address;
import io.tillflow.storefront.terms.Pricing;
import io.tillflow.storefront.terms.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes an order that is not locked for shipping; whoever does has locked it and made sure. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class EditOrder {
    private final Orders orders;
    private final OrderStock stock;

    EditOrder(Orders orders, OrderStock stock) {
        this.orders = orders;
        this.stock = stock;
    }

    /** The bill follows where it was the same place. */
    public void readdress(Order order, Address shipping) {
        boolean both = order.details().billing().equals(order.details().shipping());
        orders.setAddresses(
                order.id(), shipping, both ? shipping : order.details().billing());
    }

    /**
     * Takes things out and gives them back to the shelf.
     *
     * @param wanted how many of a SKU are left; what is not named stays
     * @return how much less it costs
     */
    public long reduce(Order order, Map<String, Integer> wanted) {
        List<OrderLine> left = new ArrayList<>();
        List<OrderLine> gone = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            int keep = Math.min(line.quantity(), wanted.getOrDefault(line.sku(), line.quantity()));
            if (keep > 0) {
                left.add(line.of(keep));
            }
            if (keep < line.quantity()) {
                gone.add(line.of(line.quantity() - keep));
            }
        }
        Totals now = Pricing.fewer(
                order.totals(),
                left.stream()
                        .map(l -> new Pricing.Line(l.quantity(), l.unitPrice(), l.weightGrams()))
                        .toList());
        orders.replaceLines(order.id(), left, now);
        stock.giveBack(order, gone);
        return order.totals().total() - now.total();
    }
}
