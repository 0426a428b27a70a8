package io.tillflow.processes;

/** Input of {@link JobType#INTELLIGENCE_LOOK_FOR_SLOW_SELLERS}. */
public record LookForSlowSellers(
        @Field(
                label = "Weeks",
                help = "An article is slow when what is there will last for so many weeks, as the forecast says.",
                from = "=12")
        int weeks,

        @Field(label = "Articles at most", help = "Those in which most money lies come first.", from = "=20")
        int most) {
    /** Refuses what no worker could use. */
    public LookForSlowSellers {
        Given.count("weeks", weeks);
        Given.count("most", most);
    }
}
