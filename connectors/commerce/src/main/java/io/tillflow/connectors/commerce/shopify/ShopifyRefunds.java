package io.tillflow.connectors.commerce.shopify;

import static io.tillflow.connectors.commerce.shopify.ShopifyOrder.minor;
import static io.tillflow.connectors.commerce.shopify.ShopifyOrder.text;

import io.tillflow.connectors.commerce.ForeignShop.RefundOutcome;
import io.tillflow.connectors.provider.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Gives money back the way it came: known by its mark for ever, and by its key while it is under way. */
final class ShopifyRefunds {
    private static final Set<String> TAKEN = Set.of("SALE", "CAPTURE");
    private static final String MONEY = """
            query OrderMoney($id: ID!) {
              order(id: $id) {
                currencyCode
                refunds(first: 250) { id note totalRefundedSet { shopMoney { amount } } }
                transactions(first: 250) {
                  id kind status gateway amountSet { shopMoney { amount } } parentTransaction { id }
                }
              }
            }
            """;
    private static final String REFUND = """
            mutation Refund($input: RefundInput!, $key: String!) {
              refundCreate(input: $input) @idempotent(key: $key) {
                refund { id totalRefundedSet { shopMoney { amount } } }
                userErrors { field message }
              }
            }
            """;

    private final ShopifyClient shopify;

    ShopifyRefunds(ShopifyClient shopify) {
        this.shopify = shopify;
    }

    RefundOutcome refund(String orderId, Money amount, Mark mark) {
        String order = OrderId.global(orderId);
        JsonNode told = shopify.ask(MONEY, Map.of("id", order)).path("order");
        String currency = text(told, "currencyCode");
        if (!currency.equals(amount.currency())) {
            throw new IllegalArgumentException(
                    "expected to give back " + amount.currency() + " for order " + orderId + ", but Shopify has it in "
                            + (currency.isEmpty() ? "no currency, as it knows no such order" : currency));
        }
        Optional<Money> before = before(told, currency, mark);
        if (before.isPresent()) {
            return repeated(before.get(), amount, orderId);
        }
        List<Payment> payments = payments(told, currency);
        long left = payments.stream().mapToLong(Payment::left).sum();
        if (left < amount.minorUnits()) {
            return new RefundOutcome.MoreThanPaid(new Money(left, currency));
        }
        shopify.change(
                "refundCreate",
                REFUND,
                Map.of(
                        "input",
                        Map.of(
                                "orderId", order,
                                "note", mark.after("Refunded by an automation."),
                                "transactions", shares(order, payments, amount)),
                        "key",
                        mark.uuid()));
        return new RefundOutcome.Refunded(amount);
    }

    /** What was taken and did not go back. */
    Money left(String orderId) {
        JsonNode told =
                shopify.ask(MONEY, Map.of("id", OrderId.global(orderId))).path("order");
        String currency = text(told, "currencyCode");
        if (currency.isEmpty()) {
            throw new IllegalStateException("expected Shopify to know order " + orderId + ", but it does not");
        }
        return new Money(
                payments(told, currency).stream().mapToLong(Payment::left).sum(), currency);
    }

    private static Optional<Money> before(JsonNode order, String currency, Mark mark) {
        return order.path("refunds")
                .valueStream()
                .filter(refund -> text(refund, "note").contains(mark.text()))
                .findFirst()
                .map(refund -> new Money(
                        minor(text(refund.path("totalRefundedSet").path("shopMoney"), "amount"), currency), currency));
    }

    private static RefundOutcome repeated(Money before, Money now, String orderId) {
        if (!before.equals(now)) {
            throw new IllegalArgumentException("expected the key to repeat a refund of " + before.text() + " for order "
                    + orderId + ", but it asks for " + now.text());
        }
        return new RefundOutcome.Refunded(before);
    }

    /** What was taken once, less what of it went back or is on its way back. */
    private record Payment(String id, String gateway, long left) {}

    private static List<Payment> payments(JsonNode order, String currency) {
        List<JsonNode> moves = order.path("transactions").valueStream().toList();
        return moves.stream()
                .filter(it ->
                        TAKEN.contains(text(it, "kind")) && text(it, "status").equals("SUCCESS"))
                .map(it -> new Payment(
                        text(it, "id"),
                        text(it, "gateway"),
                        amount(it, currency) - returned(moves, text(it, "id"), currency)))
                .filter(payment -> payment.left() > 0)
                .toList();
    }

    private static long returned(List<JsonNode> moves, String payment, String currency) {
        return moves.stream()
                .filter(it -> text(it, "kind").equals("REFUND")
                        && text(it.path("parentTransaction"), "id").equals(payment)
                        && Set.of("SUCCESS", "PENDING").contains(text(it, "status")))
                .mapToLong(it -> amount(it, currency))
                .sum();
    }

    private static long amount(JsonNode transaction, String currency) {
        return minor(text(transaction.path("amountSet").path("shopMoney"), "amount"), currency);
    }

    private static List<Map<String, String>> shares(String order, List<Payment> payments, Money amount) {
        int digits = Math.max(0, Currency.getInstance(amount.currency()).getDefaultFractionDigits());
        List<Map<String, String>> shares = new ArrayList<>();
        long due = amount.minorUnits();
        for (Payment payment : payments) {
            long share = Math.min(due, payment.left());
            if (share > 0) {
                shares.add(Map.of(
                        "orderId", order,
                        "parentId", payment.id(),
                        "gateway", payment.gateway(),
                        "kind", "REFUND",
                        "amount", BigDecimal.valueOf(share, digits).toPlainString()));
            }
            due -= share;
        }
        return shares;
    }
}
