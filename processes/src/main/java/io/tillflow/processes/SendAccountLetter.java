package io.tillflow.processes;

/** Input of {@link JobType#MESSAGING_SEND_ACCOUNT_LETTER}; the shop knows address and words by the letter's id. No output. */
public record SendAccountLetter(
        @Field(label = "Letter", from = "=letter.id") String letterId,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=letter.id + \"/send-account-letter/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public SendAccountLetter {
        Given.text("letterId", letterId);
        Given.text("effectKey", effectKey);
    }
}
