package io.tillflow.storefront.orders;

import io.tillflow.storefront.stock.Need;
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
     * What an order would be.
     *
     * @param gone what would be taken out
     * @param come what would be put in
     */
    public record Edited(List<OrderLine> lines, List<OrderLine> gone, List<OrderLine> come, Totals totals) {
        public Edited {
            lines = List.copyOf(lines);
            gone = List.copyOf(gone);
            come = List.copyOf(come);
        }
    }

    /**
     * What it would be; nothing is changed.
     *
     * @param wanted how many of a SKU are left; what is not named stays
     * @param come what is put in
     */
    public Edited with(Order order, Map<String, Integer> wanted, List<OrderLine> come) {
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
        come.forEach(more -> put(left, more));
        Totals now = Pricing.fewer(
                order.totals(),
                left.stream()
                        .map(l -> new Pricing.Line(l.quantity(), l.unitPrice(), l.weightGrams()))
                        .toList());
        return new Edited(left, gone, come, now);
    }

    /** More of a line, or a line of its own. */
    private static void put(List<OrderLine> lines, OrderLine more) {
        for (int i = 0; i < lines.size(); i++) {
            OrderLine line = lines.get(i);
            if (line.sku().equals(more.sku())) {
                lines.set(i, line.of(line.quantity() + more.quantity()));
                return;
            }
        }
        lines.add(more);
    }

    /** How many are lacking of what would be put in; holds what is there until the transaction ends. */
    public List<Need> lacking(Edited edited) {
        return stock.lacking(edited.gone(), edited.come());
    }

    /** What is taken out is on the shelf again; what is put in must be free. */
    public void apply(Order order, Edited edited) {
        orders.replaceLines(order.id(), edited.lines(), edited.totals());
        stock.swap(order, edited.gone(), edited.come());
    }
}
