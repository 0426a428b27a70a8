package io.tillflow.processes;

/** Input of {@link OfferedJobType#SMS_SEND}: a text for the shopper of an order, whose number stays in the shop; no output. */
public record SendSms(
        @Field(label = "Order", from = "=order.id") String orderId,

        @Field(
                label = "Text",
                help = "At most 1600 characters; say who writes.",
                from = "=\"Your order \" + order.number + \" is on its way.\"",
                lines = true)
        String text,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/send-sms/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public SendSms {
        Given.text("orderId", orderId);
        Given.text("text", text);
        Given.text("effectKey", effectKey);
    }
}
