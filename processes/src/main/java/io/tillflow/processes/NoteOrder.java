package io.tillflow.processes;

/** Input of {@link JobType#COMMERCE_NOTE_ORDER}: a note that the shop's people read beside an order; no output. */
public record NoteOrder(
        @Field(label = "Order", from = "=order.id") String orderId,

        @Field(label = "Note", help = "At most 2000 characters; no shopper reads it.", lines = true)
        String text,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/note-order/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public NoteOrder {
        Given.text("orderId", orderId);
        Given.text("text", text);
        Given.text("effectKey", effectKey);
    }
}
