package io.tillflow.processes;

/** Input of {@link JobType#MESSAGING_SEND_CART_REMINDER}; the shop knows address and cart by the reminder's id. No output. */
public record SendCartReminder(
        @Field(label = "Reminder", from = "=reminder.id") String reminderId,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=reminder.id + \"/send-reminder/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public SendCartReminder {
        Given.text("reminderId", reminderId);
        Given.text("effectKey", effectKey);
    }
}
