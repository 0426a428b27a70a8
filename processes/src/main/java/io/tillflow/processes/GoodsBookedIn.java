package io.tillflow.processes;

/** Output of {@link JobType#COMMERCE_BOOK_IN_GOODS}. */
public record GoodsBookedIn(
        @Field(label = "Received", help = "How many of the purchase are here now.")
        int received,

        @Field(label = "Missing", help = "How many of it did not come.")
        int missing) {}
