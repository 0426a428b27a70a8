package io.tillflow.processes;

/** Output of {@link OfferedJobType#COMMERCE_READ_STOCK}. */
public record StockRead(
        @Field(label = "Available", help = "How many can still be sold; below 0 where more was sold than there is.")
        int available,

        @Field(label = "On hand", help = "How many lie there, sold ones among them.")
        int onHand) {}
