package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#COMMERCE_SET_PRICE}: from now on an article costs this, for a time or until further notice; no output. */
public record SetPrice(
        @Field(label = "Article", help = "Its SKU in our own shop.", from = "=pattern.sku")
        String sku,

        @Field(label = "Price", help = "A whole number of minor units, cents for euros.", from = "=floor(price * 0.9)")
        long price,

        @Field(
                label = "Days",
                help =
                        "After so many days the price before comes back, unless somebody set another one. Empty: it stays.",
                from = "=14")
        @Nullable
        Integer days,

        @Field(
                label = "Reason",
                help = "What shoppers read beside the price, at most 160 characters; may be empty.",
                from = "End of the season")
        @Nullable
        String reason,

        @Field(
                label = "Reason in German",
                help = "The same for those who read German, at most 160 characters; empty where it is as above.")
        @Nullable
        String reasonDe,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more; another price or article with it is an incident.",
                from = "=pattern.sku + \"/set-price/\" + pattern.id + \"@\" + pattern.from")
        String effectKey) {
    private static final int LONGEST = 366;

    /** Refuses what no worker could use. */
    public SetPrice {
        Given.text("sku", sku);
        Given.amount(price);
        Given.text("effectKey", effectKey);
        if (days != null && (days < 1 || days > LONGEST)) {
            throw new IllegalArgumentException(
                    "expected the variable days to be from 1 to " + LONGEST + ", but it is " + days);
        }
    }
}
