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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes an order before it is locked for shipping, once per id; its shopper gets a letter. What it costs less was never
 * taken: only what it costs then is captured when the parcel leaves. What costs more is paid first, by one new payment.
 */
@Service
public class ChangeOrder {
    /** As many of an article as a cart takes. */
    private static final int MOST = 20;

    private final Orders orders;
    private final OrderStock stock;
    private final EditOrder edit;
    private final MoreThings more;
    private final PayMore payMore;
    private final OrderNotes notes;
    private final StaffActs acts;
    private final CarryOut carryOut;
    private final TransactionTemplate transaction;

    ChangeOrder(
            Orders orders,
            OrderStock stock,
            EditOrder edit,
            MoreThings more,
            PayMore payMore,
            OrderNotes notes,
            StaffActs acts,
            CarryOut carryOut,
            TransactionTemplate transaction) {
        this.orders = orders;
        this.stock = stock;
        this.edit = edit;
        this.more = more;
        this.payMore = payMore;
        this.notes = notes;
        this.acts = acts;
        this.carryOut = carryOut;
        this.transaction = transaction;
    }

    public Answer change(UUID orderId, Asked asked, OrderChange change) {
        Optional<Answer> settled = transaction.execute(status -> {
            stock.enterLine();
            return orders.lock(orderId)
                    .map(order -> note(order, asked, change))
                    .orElse(Optional.of(new Answer.Unknown()));
        });
        return settled.orElseGet(() -> new Answer.Noted(carryOut.now(asked.id())));
    }

    /** Present when there is nothing left to do; then nothing was changed. */
    private Optional<Answer> note(Order order, Asked asked, OrderChange change) {
        Optional<StaffAct> known = acts.find(asked.id());
        if (known.isPresent()) {
            return again(order, known.get(), change);
        }
        Optional<String> shut = shut(order);
        if (shut.isPresent()) {
            return refused("too-late", shut.get());
        }
        if (!change.quantities().isEmpty() && payMore.waitsFor(order.id())) {
            return refused("change-pending", "Another change waits for its payment: call that off first.");
        }
        List<String> done = new ArrayList<>();
        List<OrderLine> come = new ArrayList<>();
        Optional<Answer> no = address(order, change, done);
        if (no.isEmpty()) {
            no = things(order, change, done, come);
        }
        if (no.isPresent()) {
            return no;
        }
        if (!come.isEmpty()) {
            EditOrder.Edited edited = edit.with(order, change.quantities(), come);
            boolean dearer = edited.totals().total() > order.totals().total();
            no = dearer && !change.payMore() ? costsMore(order, edited) : tooFew(edited);
            if (no.isPresent() || dearer) {
                return no.or(() -> payFirst(order, asked, change, edited, done));
            }
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

    private Optional<Answer> again(Order order, StaffAct act, OrderChange change) {
        if (!(act.is(order.id(), Kind.CHANGE) || act.is(order.id(), Kind.PAY_MORE))
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
    private static Optional<Answer> address(Order order, OrderChange change, List<String> done) {
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
    private Optional<Answer> things(Order order, OrderChange change, List<String> done, List<OrderLine> come) {
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

    private static Optional<Answer> costsMore(Order order, EditOrder.Edited edited) {
        long dearer = edited.totals().total() - order.totals().total();
        return refused(
                "costs-more",
                "It would cost " + Money.text(dearer, order.currency())
                        + " more than it does now: let the customer pay first, or take something else out as well.");
    }

    /** It stays as it is until it is paid; an address would have to wait as well. */
    private Optional<Answer> payFirst(
            Order order, Asked asked, OrderChange change, EditOrder.Edited edited, List<String> done) {
        if (done.contains("address")) {
            return refused("address-apart", "What is to be paid first waits: change the address on its own.");
        }
        payMore.note(order, asked, change, edited, done);
        return Optional.empty();
    }

    /** What is put in must be free. */
    private Optional<Answer> tooFew(EditOrder.Edited edited) {
        List<Need> lacking = edit.lacking(edited);
        return lacking.isEmpty()
                ? Optional.empty()
                : refused(
                        "too-few-free",
                        lacking.stream()
                                .map(need -> "Of " + need.sku() + " " + need.quantity() + " are lacking.")
                                .collect(Collectors.joining(" ")));
    }

    private void apply(Order order, OrderChange change, List<String> done, List<OrderLine> come) {
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
