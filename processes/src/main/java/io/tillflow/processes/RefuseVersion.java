package io.tillflow.processes;

/** Input of {@link JobType#INTELLIGENCE_REFUSE_VERSION}: this version is kept to look at, and never used; no output. */
public record RefuseVersion(
        @Field(label = "Training", from = "=training.id") String trainingId,
        @Field(label = "Model", from = "=training.model") String model,
        @Field(label = "Version", from = "=trial.version") int version,

        @Field(label = "Reason", help = "Why, as the gate says it.", from = "=gate.reason")
        String reason) {
    /** Refuses what no worker could use. */
    public RefuseVersion {
        Given.text("trainingId", trainingId);
        Given.text("model", model);
        Given.text("reason", reason);
    }
}
