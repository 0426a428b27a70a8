package io.tillflow.storefront.orders;

import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.terms.Address;
import io.tillflow.storefront.terms.Pricing;
import io.tillflow.storefront.terms.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes an order that is not locked for shipping; whoever does has locked it and made sure. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class EditOrder {
    private final Orders orders;
    private final OrderStock stock;
    private final DearerChanges changes;

    EditOrder(Orders orders, OrderStock stock, DearerChanges changes) {
        this.orders = orders;
        this.stock = stock;
        this.changes = changes;
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
        Totals now = Pricing.changed(order.totals(), priced(left), priced(come));
        come.forEach(more -> put(left, more));
        return new Edited(left, gone, come, now);
    }

    private static List<Pricing.Line> priced(List<OrderLine> lines) {
        return lines.stream()
                .map(l -> new Pricing.Line(l.quantity(), l.unitPrice(), l.weightGrams()))
                .toList();
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

    /** It stays as it is until it is paid anew; what comes in then, which must be free, is reserved for it. */
    public void ask(DearerChange change, Order order) {
        stock.promise(order, change.come());
        changes.ask(change);
    }

    /**
     * The payment of a change holds: from now on it is the order's.
     *
     * @return why not, if it cannot be; then nothing is changed
     */
    public Optional<DearerChange.End> paid(DearerChange change, Order order) {
        Edited edited = with(order, change.quantities(), change.come());
        if (edited.totals().total() != change.total()) {
            return Optional.of(DearerChange.End.OUTDATED);
        }
        if (!stock.canKeep(order, edited.gone(), edited.come())) {
            return Optional.of(DearerChange.End.SOLD_OUT);
        }
        changes.applied(change, order.paymentId());
        orders.replaceLines(order.id(), edited.lines(), edited.totals());
        orders.setPayment(
                order.id(), Objects.requireNonNull(change.paymentId()), Objects.requireNonNull(change.paymentUrl()));
        stock.keep(order, edited.gone(), edited.come());
        return Optional.empty();
    }

    /** A change that is off keeps nothing any more. */
    public void free(DearerChange change, Order order) {
        stock.withdraw(order, change.come());
        changes.ended(change.id());
    }
}
