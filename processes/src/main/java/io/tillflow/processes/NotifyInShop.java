package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link OfferedJobType#MESSAGING_NOTIFY_IN_SHOP}: a few words that a shopper reads in the shop; no output. */
public record NotifyInShop(
        @Field(
                label = "Order",
                help = "The words stand on its page, and in the account of who ordered. Empty where there is none.",
                from = "=order.id")
        @Nullable
        String orderId,

        @Field(label = "Account", help = "Whom to tell where no order is given, for instance =customer.accountId.")
        @Nullable
        String accountId,

        @Field(
                label = "Text",
                help = "At most 500 characters, in the shopper's language.",
                from = "=\"Your order \" + order.number + \" is being packed.\"",
                lines = true)
        String text,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/notify-in-shop/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public NotifyInShop {
        Given.one("orderId and accountId", orderId, accountId);
        Given.text("text", text);
        Given.text("effectKey", effectKey);
    }
}
