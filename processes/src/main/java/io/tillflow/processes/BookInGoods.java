package io.tillflow.processes;

/** Input of {@link JobType#COMMERCE_BOOK_IN_GOODS}. */
public record BookInGoods(
        @Field(label = "Request", from = "=request.id") String requestId,

        @Field(
                label = "Delivered",
                help = "How many came in all; what is booked in already is not booked in again.",
                from = "=news.quantity")
        int delivered,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=request.id + \"/book-in-goods/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public BookInGoods {
        Given.text("requestId", requestId);
        Given.noLess("delivered", delivered);
        Given.text("effectKey", effectKey);
    }
}
