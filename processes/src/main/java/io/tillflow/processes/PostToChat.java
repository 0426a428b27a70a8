package io.tillflow.processes;

/** Input of {@link OfferedJobType#CHAT_POST}: a text for a chat of the team; no output. */
public record PostToChat(
        @Field(
                label = "Webhook",
                help = "The address of the chat's incoming webhook, kept as a secret.",
                from = "{{secrets.SLACK_WEBHOOK}}",
                secrets = true)
        String webhook,

        @Field(
                label = "Text",
                help = "At most 1600 characters; no names, addresses or numbers of shoppers.",
                from = "=\"Order \" + order.number + \" needs a look.\"",
                lines = true)
        String text,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/post-to-chat/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public PostToChat {
        Given.text("webhook", webhook);
        Given.text("text", text);
        Given.text("effectKey", effectKey);
    }

    /** The address may be a secret. */
    @Override
    public String toString() {
        return "PostToChat[" + effectKey + "]";
    }
}
