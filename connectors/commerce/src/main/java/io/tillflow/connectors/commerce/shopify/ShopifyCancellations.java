package io.tillflow.connectors.commerce.shopify;

import io.tillflow.connectors.commerce.ForeignShop.CancelOutcome;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.processes.CancelCause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Cancels orders. Shopify does so in a job of its own, which takes its time and may end without a word and without having done it. */
final class ShopifyCancellations {
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final String CANCEL = """
            mutation OrderCancel($orderId: ID!, $reason: OrderCancelReason!, $restock: Boolean!, $notifyCustomer: Boolean!,
                                 $refundMethod: OrderCancelRefundMethodInput!, $staffNote: String) {
              orderCancel(orderId: $orderId, reason: $reason, restock: $restock, notifyCustomer: $notifyCustomer,
                          refundMethod: $refundMethod, staffNote: $staffNote) {
                job { id done }
                orderCancelUserErrors { field message code }
              }
            }
            """;
    private static final String JOB = """
            query CancelJob($id: ID!) {
              job(id: $id) { id done }
            }
            """;

    private final ShopifyClient shopify;
    private final Clock clock;
    private final Map<String, Waiting> underWay = new ConcurrentHashMap<>();

    ShopifyCancellations(ShopifyClient shopify, Clock clock) {
        this.shopify = shopify;
        this.clock = clock;
    }

    /** What is asked for. */
    record Wish(String orderId, CancelCause cause, boolean refund, Mark mark) {}

    /**
     * @param job Shopify's; null when another's is under way
     * @param ended whether the job was seen to be over
     */
    private record Waiting(@Nullable String job, Instant since, boolean ended) {}

    CancelOutcome cancel(Wish wish, Supplier<ShopifyOrder> order) {
        if (order.get().isCancelled()) {
            return cancelled(wish);
        }
        Waiting before = underWay.get(wish.orderId());
        if (before != null && before.job() != null) {
            boolean ended = isOver(before.job());
            if (ended && before.ended()) {
                throw givenUp(wish, "but its job ended and the order is not cancelled");
            }
            return waitFor(wish, new Waiting(before.job(), before.since(), ended));
        }
        Instant since = before == null ? clock.instant() : before.since();
        try {
            JsonNode job = ask(wish).path("job");
            if (order.get().isCancelled()) {
                return cancelled(wish);
            }
            return waitFor(
                    wish,
                    new Waiting(
                            ShopifyOrder.text(job, "id"),
                            clock.instant(),
                            job.path("done").asBoolean(false)));
        } catch (ShopifyClient.Refusal refusal) {
            if (!refusal.isCancelledAlready()) {
                underWay.remove(wish.orderId());
                return new CancelOutcome.Refused(refusal.reason());
            }
        }
        return order.get().isCancelled() ? cancelled(wish) : waitFor(wish, new Waiting(null, since, false));
    }

    private JsonNode ask(Wish wish) {
        return shopify.change(
                "orderCancel",
                CANCEL,
                Map.of(
                        "orderId", OrderId.global(wish.orderId()),
                        "reason", wish.cause().name(),
                        "restock", true,
                        "notifyCustomer", true,
                        "refundMethod", Map.of("originalPaymentMethodsRefund", wish.refund()),
                        "staffNote", wish.mark().after("Cancelled by an automation.")));
    }

    /** One it does not know any more is over. */
    private boolean isOver(String job) {
        JsonNode told = shopify.ask(JOB, Map.of("id", job)).path("job");
        return !told.isObject() || told.path("done").asBoolean(false);
    }

    private CancelOutcome cancelled(Wish wish) {
        underWay.remove(wish.orderId());
        return new CancelOutcome.Cancelled();
    }

    private CancelOutcome waitFor(Wish wish, Waiting waiting) {
        Instant now = clock.instant();
        if (waiting.since().plus(LONGEST).isBefore(now)) {
            throw givenUp(wish, "but it has been at it for " + LONGEST.toMinutes() + " minutes");
        }
        underWay.values().removeIf(old -> old.since().plus(FORGOTTEN).isBefore(now));
        underWay.put(wish.orderId(), waiting);
        throw new HeldBack("Shopify is cancelling order " + wish.orderId() + " still", PAUSE);
    }

    /** Who tries again after this asks anew. */
    private IllegalStateException givenUp(Wish wish, String but) {
        underWay.remove(wish.orderId());
        return new IllegalStateException("expected Shopify to cancel order " + wish.orderId() + ", " + but
                + ": look at the order in Shopify, then try this step again, which asks anew");
    }
}
