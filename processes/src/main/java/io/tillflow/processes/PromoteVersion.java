package io.tillflow.processes;

/** Input of {@link JobType#INTELLIGENCE_PROMOTE_VERSION}: this version is used from now on; no output. */
public record PromoteVersion(
        @Field(label = "Training", from = "=training.id") String trainingId,
        @Field(label = "Model", from = "=training.model") String model,
        @Field(label = "Version", from = "=trial.version") int version,

        @Field(label = "Reason", help = "Why, as the gate says it.", from = "=gate.reason")
        String reason) {
    /** Refuses what no worker could use. */
    public PromoteVersion {
        Given.text("trainingId", trainingId);
        Given.text("model", model);
        Given.text("reason", reason);
    }
}
