package io.tillflow.processes;

/** Input of {@link JobType#INTELLIGENCE_TRAIN_MODEL}: one training gives at most one version, however often it is tried. */
public record TrainModel(
        @Field(label = "Training", from = "=training.id") String trainingId,

        @Field(
                label = "Model",
                help = "Which prediction, as the studio's page Intelligence lists them.",
                from = "=training.model")
        String model) {
    /** Refuses what no worker could use. */
    public TrainModel {
        Given.text("trainingId", trainingId);
        Given.text("model", model);
    }
}
