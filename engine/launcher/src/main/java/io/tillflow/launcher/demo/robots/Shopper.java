package io.tillflow.launcher.demo.robots;

import io.tillflow.launcher.demo.plan.Article;
import io.tillflow.launcher.demo.plan.Intent;
import io.tillflow.launcher.demo.plan.PlannedOrder;
import io.tillflow.launcher.demo.suite.Answer;
import io.tillflow.launcher.demo.suite.Merchant;
import io.tillflow.launcher.demo.suite.Pause;
import io.tillflow.launcher.demo.suite.Refused;
import io.tillflow.launcher.demo.suite.Storefront;
import io.tillflow.launcher.demo.suite.Storefront.Placed;
import io.tillflow.launcher.demo.suite.Unreachable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Walks through the shop as planned: looks around, fills a cart, orders, pays; or thinks better of it. */
public final class Shopper {
    /** What a shopper waits for needs payments, broker and letters, all of which may have to come back first. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final int CONFLICT = 409;

    private final Storefront shop;
    private final Merchant merchant;
    private final Postbox postbox;
    private final Clock clock;
    private final String runTag;
    private final boolean browses;
    private final boolean reviewed;

    /** @param reviewed whether somebody decides about orders that are looked at: else nobody waits for that */
    public Shopper(Storefront shop, Merchant merchant, Postbox postbox, Clock clock, String runTag, boolean reviewed) {
        this(shop, merchant, postbox, clock, runTag, true, reviewed);
    }

    private Shopper(
            Storefront shop,
            Merchant merchant,
            Postbox postbox,
            Clock clock,
            String runTag,
            boolean browses,
            boolean reviewed) {
        this.shop = shop;
        this.merchant = merchant;
        this.postbox = postbox;
        this.clock = clock;
        this.runTag = runTag;
        this.browses = browses;
        this.reviewed = reviewed;
    }

    /** One who knows what to buy and looks at no page before. */
    public static Shopper decided(Storefront shop, Merchant merchant, Postbox postbox, Clock clock, String runTag) {
        return new Shopper(shop, merchant, postbox, clock, runTag, false, true);
    }

    /** Never throws: what went wrong is in the answer. */
    public Visit visit(PlannedOrder planned) {
        try {
            if (browses) {
                browse(planned);
            }
            String cart = shop.cart(planned.basket());
            Answer checkout = shop.checkout(cart, key(planned, "checkout"));
            if (checkout.status() == CONFLICT && checkout.body().contains("stock-short")) {
                return new Visit.TurnedAway(planned);
            }
            String checkoutId = checkout.accepted().json().path("id").asString();
            shop.details(checkoutId, planned.persona(), planned.intent().risky());
            Placed order = shop.order(checkoutId, key(planned, "order"));
            Instant acceptedAt = clock.instant();
            return new Visit.Ordered(planned, order, acceptedAt, goOn(planned, order));
        } catch (Refused | Unreachable | ShopperGaveUp trouble) {
            return new Visit.Failed(planned, String.valueOf(trouble.getMessage()));
        }
    }

    private void browse(PlannedOrder planned) {
        Article wanted = planned.basket().getFirst().article();
        shop.look("/");
        shop.look("/c/" + wanted.category());
        shop.look("/p/" + wanted.slug());
    }

    private String goOn(PlannedOrder planned, Placed order) {
        try {
            Optional<Placed> payable = planned.intent() == Intent.CANCELS_UNPAID ? Optional.of(order) : payable(order);
            payable.ifPresent(it -> carryOut(planned, it));
            shop.look("/orders/" + order.id() + "?token=" + order.token());
            return "";
        } catch (Refused | Unreachable | ShopperGaveUp trouble) {
            return String.valueOf(trouble.getMessage());
        }
    }

    private void carryOut(PlannedOrder planned, Placed order) {
        if (planned.intent().shortOfStock()) {
            String sku = planned.basket().getFirst().article().sku();
            merchant.count(sku, 0, "demo: nothing on the shelf", key(planned, "count"));
        }
        switch (planned.intent()) {
            case BUYS, SHORT_OF_STOCK, REVIEW_APPROVES, REVIEW_REJECTS, PARCEL_LOST -> pay(planned, order);
            case NEVER_PAYS -> payInVain(planned, order);
            case DECLINED_THEN_PAYS -> {
                shop.pay(order.paymentUrl(), Card.DECLINED);
                String link = postbox.paymentLink(planned.persona().email(), Set.of(order.paymentUrl()), PATIENCE)
                        .orElseThrow(
                                () -> new ShopperGaveUp("expected an e-mail with a new link to pay " + order.number()));
                shop.pay(link, Card.APPROVED);
            }
            case CANCELS_UNPAID -> cancel(planned, order);
            case CANCELS_WHILE_SHORT -> {
                pay(planned, order);
                await(order, "AWAITING_STOCK");
                cancel(planned, order);
            }
        }
    }

    private void pay(PlannedOrder planned, Placed order) {
        // while the payments are away the shop takes the order all the same, and the link follows by e-mail
        String link = order.paymentUrl().isEmpty() ? mailed(planned, order) : order.paymentUrl();
        shop.pay(link, planned.intent() == Intent.BUYS ? Card.paying(planned.index()) : Card.APPROVED);
    }

    private String mailed(PlannedOrder planned, Placed order) {
        return postbox.paymentLink(planned.persona().email(), Set.of(), PATIENCE)
                .orElseThrow(() -> new ShopperGaveUp("expected an e-mail with a link to pay " + order.number()));
    }

    /** Tries every link the shop sends, until it sends none. */
    private void payInVain(PlannedOrder planned, Placed order) {
        Set<String> used = new HashSet<>();
        Optional<String> link = Optional.of(order.paymentUrl());
        while (link.isPresent()) {
            shop.pay(link.get(), Card.DECLINED);
            used.add(link.get());
            link = Pause.until(
                            PATIENCE,
                            GLANCE,
                            () -> shop.state(order).equals("CANCELLED")
                                    ? Optional.of("")
                                    : postbox.unusedLink(planned.persona().email(), used))
                    .filter(found -> !found.isEmpty());
        }
    }

    /**
     * While the payment provider is away an order is placed without a link; it comes later by its page. Empty when the shop
     * refused the order before there was one, or nobody decides whether it may be paid.
     */
    private Optional<Placed> payable(Placed order) {
        if (!order.paymentUrl().isEmpty()) {
            return Optional.of(order);
        }
        String link = Pause.until(
                        PATIENCE,
                        GLANCE,
                        () -> staysUnpaid(shop.state(order)) ? Optional.of("") : shop.paymentUrl(order))
                .orElseThrow(() -> new ShopperGaveUp("expected a link to pay " + order.number() + ", but none came"));
        return Optional.of(new Placed(order.id(), order.number(), order.token(), link))
                .filter(it -> !it.paymentUrl().isEmpty());
    }

    private boolean staysUnpaid(String state) {
        return state.equals("CANCELLED") || (!reviewed && state.equals("IN_REVIEW"));
    }

    private void cancel(PlannedOrder planned, Placed order) {
        shop.cancel(order, key(planned, "cancel")).accepted();
    }

    private void await(Placed order, String state) {
        Optional<Instant> reached = Pause.until(
                PATIENCE,
                GLANCE,
                () -> shop.state(order).equals(state) ? Optional.of(clock.instant()) : Optional.empty());
        if (reached.isEmpty()) {
            throw new ShopperGaveUp(
                    "expected order " + order.number() + " to become " + state + ", but it is " + shop.state(order));
        }
    }

    private String key(PlannedOrder planned, String act) {
        return "demo-%s-%d-%s".formatted(runTag, planned.index(), act);
    }
}
