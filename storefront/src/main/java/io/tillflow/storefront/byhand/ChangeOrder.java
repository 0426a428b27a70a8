package io.tillflow.storefront.byhand;

import io.tillflow.storefront.byhand.DoByHand.Answer;
import io.tillflow.storefront.byhand.DoByHand.Asked;
import io.tillflow.storefront.byhand.StaffAct.Kind;
import io.tillflow.storefront.byhand.StaffAct.Way;
import io.tillflow.storefront.checkout.DetailsCheck;
import io.tillflow.storefront.checkout.DetailsForm;
import io.tillflow.storefront.checkout.FieldProblem;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.EditOrder;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderLine;
import io.tillflow.storefront.orders.OrderNotes;
import io.tillflow.storefront.orders.OrderStock;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.terms.Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes an order before it is locked for shipping, once per id; its shopper gets a letter. What it costs less was never
 * taken: only what it costs then is captured when the parcel leaves. It never costs more than it did before.
 */
@Service
public class ChangeOrder {
    /** As many of an article as a cart takes. */
    private static final int MOST = 20;

    private final Orders orders;
    private final OrderStock stock;
    private final EditOrder edit;
    private final MoreThings more;
    private final OrderNotes notes;
    private final StaffActs acts;
    private final CarryOut carryOut;
    private final TransactionTemplate transaction;

    ChangeOrder(
            Orders orders,
            OrderStock stock,
            EditOrder edit,
            MoreThings more,
            OrderNotes notes,
            StaffActs acts,
            CarryOut carryOut,
            TransactionTemplate transaction) {
        this.orders = orders;
        this.stock = stock;
        this.edit = edit;
        this.more = more;
        this.notes = notes;
        this.acts = acts;
        this.carryOut = carryOut;
        this.transaction = transaction;
    }

    /**
     * What shall be different.
     *
     * @param shipping null where it stays
     * @param seen the address that was looked at; null for whichever it is now
     * @param quantities how many of a SKU are in it then, also of one that is not yet; what is not named stays
     */
    public record Change(
            DetailsForm.@Nullable AddressForm shipping,
            DetailsForm.@Nullable AddressForm seen,
            Map<String, Integer> quantities) {
        public Change {
            quantities = Map.copyOf(quantities);
        }

        /** Tells one wish from another without keeping an address. */
        String digest() {
            String all = shipping + " " + new TreeMap<>(quantities);
            return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
        }

        boolean overlooks(DetailsForm.@Nullable AddressForm now) {
            return shipping != null
                    && seen != null
                    && now != null
                    && !text(seen).equals(text(now));
        }

        private static List<String> text(DetailsForm.AddressForm form) {
            return Stream.of(form.name(), form.street(), form.extra(), form.postcode(), form.town(), form.country())
                    .map(it -> it == null ? "" : it.strip())
                    .toList();
        }
    }

    public Answer change(UUID orderId, Asked asked, Change change) {
        Optional<Answer> settled = transaction.execute(status -> {
            stock.enterLine();
            return orders.lock(orderId)
                    .map(order -> note(order, asked, change))
                    .orElse(Optional.of(new Answer.Unknown()));
        });
        return settled.orElseGet(() -> new Answer.Noted(carryOut.now(asked.id())));
    }

    /** Present when there is nothing left to do; then nothing was changed. */
    private Optional<Answer> note(Order order, Asked asked, Change change) {
        Optional<StaffAct> known = acts.find(asked.id());
        if (known.isPresent()) {
            return again(order, known.get(), change);
        }
        Optional<String> shut = shut(order);
        if (shut.isPresent()) {
            return refused("too-late", shut.get());
        }
        List<String> done = new ArrayList<>();
        List<OrderLine> come = new ArrayList<>();
        Optional<Answer> no = address(order, change, done);
        if (no.isEmpty()) {
            no = things(order, change, done, come);
        }
        if (no.isEmpty() && !come.isEmpty()) {
            no = tooMuch(order, edit.with(order, change.quantities(), come));
        }
        if (no.isPresent()) {
            return no;
        }
        if (done.isEmpty()) {
            return refused("nothing-changed", "It is as you want it already.");
        }
        apply(order, change, done, come);
        notes.write(order.id(), asked.id(), asked.by(), "Changed: " + String.join(", ", done) + ".");
        acts.note(new StaffActs.Noted(asked.id(), order.id(), null, Kind.CHANGE, asked.by()));
        acts.want(asked.id(), Wanted.because(change.digest(), true));
        return Optional.empty();
    }

    private Optional<Answer> again(Order order, StaffAct act, Change change) {
        if (!act.is(order.id(), Kind.CHANGE)
                || !change.digest().equals(acts.wanted(act.id()).reason())) {
            return refused("other-act", "This id belongs to something else that was asked for.");
        }
        return act.way() == Way.HAND ? Optional.of(new Answer.Noted(act)) : Optional.empty();
    }

    private static Optional<String> shut(Order order) {
        if (order.givenUp()) {
            return Optional.of("The order is cancelled.");
        }
        if (order.state().away() || order.state().finished()) {
            return Optional.of("Its parcel has left: what comes back is a return, money is given back by a refund.");
        }
        return order.shippingLockedAt() == null
                ? Optional.empty()
                : Optional.of("Its parcel is sealed, so it can’t be changed any more.");
    }

    /** Also says in {@code done} what would be different. */
    private static Optional<Answer> address(Order order, Change change, List<String> done) {
        if (change.shipping() == null) {
            return Optional.empty();
        }
        DetailsForm before = DetailsForm.of(order.details());
        if (change.overlooks(before.shipping())) {
            return refused("changed-meanwhile", "Its address was changed meanwhile: look at it again.");
        }
        DetailsCheck.Result checked = DetailsCheck.check(
                new DetailsForm(before.contact(), change.shipping(), before.billing(), before.delivery()));
        if (checked.details().isEmpty()) {
            return refused(
                    "invalid",
                    checked.problems().stream().map(FieldProblem::message).collect(Collectors.joining(" ")));
        }
        Address now = checked.details().get().shipping();
        if (!now.country().equals(order.details().shipping().country())) {
            return refused(
                    "other-country",
                    "Another country has other delivery and tax: cancel the order and put a new one together.");
        }
        if (!now.equals(order.details().shipping())) {
            done.add("address");
        }
        return Optional.empty();
    }

    /** Also says in {@code done} what would be different, and adds to {@code come} what would be put in. */
    private Optional<Answer> things(Order order, Change change, List<String> done, List<OrderLine> come) {
        Map<String, Integer> bought =
                order.lines().stream().collect(Collectors.toMap(OrderLine::sku, OrderLine::quantity, Integer::sum));
        for (Map.Entry<String, Integer> wanted : new TreeMap<>(change.quantities()).entrySet()) {
            String sku = wanted.getKey();
            int before = bought.getOrDefault(sku, 0);
            int now = wanted.getValue();
            if (before == 0 && now == 0) {
                return refused("invalid", "There is no " + sku + " in this order.");
            }
            if (now < 0 || now > Math.max(before, MOST)) {
                return refused("invalid", "Of " + sku + " from 0 to " + MOST + " can be in it.");
            }
            if (now > before) {
                Optional<Answer> no = more(order, sku, now - before, come);
                if (no.isPresent()) {
                    return no;
                }
            }
            bought.put(sku, now);
            if (now != before) {
                done.add(sku + " " + before + " → " + now);
            }
        }
        return bought.values().stream().allMatch(left -> left == 0)
                ? refused("nothing-left", "Nothing would be left: cancel the order instead.")
                : Optional.empty();
    }

    private Optional<Answer> more(Order order, String sku, int pieces, List<OrderLine> come) {
        Optional<OrderLine> another = more.line(order, sku, pieces);
        if (another.isEmpty()) {
            return refused("invalid", "The shop sells no " + sku + " in " + order.currency() + ".");
        }
        long now = another.get().unitPrice();
        if (order.lines().stream().anyMatch(line -> line.sku().equals(sku) && line.unitPrice() != now)) {
            return refused("other-price", sku + " has another price by now: more of it is a new order.");
        }
        come.add(another.get());
        return Optional.empty();
    }

    /** It may cost as much as it does now, and what is put in must be free. */
    private Optional<Answer> tooMuch(Order order, EditOrder.Edited edited) {
        long dearer = edited.totals().total() - order.totals().total();
        if (dearer > 0) {
            return refused(
                    "costs-more",
                    "It would cost " + Money.text(dearer, order.currency())
                            + " more than it does now: take something else out as well, or put a new order together.");
        }
        List<Need> lacking = edit.lacking(edited);
        return lacking.isEmpty()
                ? Optional.empty()
                : refused(
                        "too-few-free",
                        lacking.stream()
                                .map(need -> "Of " + need.sku() + " " + need.quantity() + " are lacking.")
                                .collect(Collectors.joining(" ")));
    }

    private void apply(Order order, Change change, List<String> done, List<OrderLine> come) {
        if (change.shipping() != null && done.contains("address")) {
            DetailsForm before = DetailsForm.of(order.details());
            DetailsCheck.check(
                            new DetailsForm(before.contact(), change.shipping(), before.billing(), before.delivery()))
                    .details()
                    .ifPresent(now -> edit.readdress(order, now.shipping()));
        }
        if (done.stream().anyMatch(it -> !it.equals("address"))) {
            EditOrder.Edited edited = edit.with(order, change.quantities(), come);
            edit.apply(order, edited);
            long less = order.totals().total() - edited.totals().total();
            done.add(less == 0 ? "the same price" : Money.text(less, order.currency()) + " less");
        }
    }

    private static Optional<Answer> refused(String type, String why) {
        return Optional.of(new Answer.Refused(type, why));
    }
}
