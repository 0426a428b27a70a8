package io.tillflow.processes;

/** Input of {@link OfferedJobType#COMMERCE_REFUND_ORDER}: gives back this much of what an order of a connected shop was paid with. */
public record RefundOrder(
        @Field(label = "Order", help = "Of a connected shop, such as shopify-5512.", from = "=order.id")
        String orderId,

        @Field(label = "Amount", help = "In minor units (cents).", from = "=order.total")
        long amount,

        @Field(label = "Currency", help = "ISO 4217, for instance EUR; the one of the order.", from = "=order.currency")
        String currency,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/refund-order/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public RefundOrder {
        Given.text("orderId", orderId);
        Given.amount(amount);
        Given.text("currency", currency);
        Given.text("effectKey", effectKey);
    }
}
