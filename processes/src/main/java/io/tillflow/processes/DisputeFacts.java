package io.tillflow.processes;

/** Output of {@link JobType#PAYMENTS_LOOK_AT_DISPUTE}; nothing in it names a person. */
public record DisputeFacts(
        @Field(label = "Order number") String number,

        @Field(label = "Status", help = "OPEN, ANSWERED, WON or LOST.")
        DisputeStatus status,

        @Field(label = "Amount", help = "In minor units (cents): what the bank wants back.")
        long amount,

        @Field(label = "Currency") String currency,

        @Field(label = "Worth", help = "The amount in the currency the shop counts in, to be compared by rules.")
        long worth,

        @Field(label = "Reason", help = "FRAUDULENT, NOT_RECEIVED, NOT_AS_DESCRIBED, PAID_WRONGLY or OTHER.")
        String reason,

        @Field(label = "Delivered", help = "Whether the carrier said that the parcel arrived.")
        boolean delivered,

        @Field(label = "Evidence", help = "What the shop can prove, in a sentence or two.")
        String evidence) {}
