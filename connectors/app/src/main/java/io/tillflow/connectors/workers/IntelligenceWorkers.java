package io.tillflow.connectors.workers;

import static io.camunda.client.exception.CamundaError.bpmnError;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.intelligence.ModelVersion;
import io.tillflow.connectors.intelligence.Registry;
import io.tillflow.connectors.intelligence.Trainer;
import io.tillflow.connectors.intelligence.Trainer.Outcome;
import io.tillflow.processes.ErrorCode;
import io.tillflow.processes.JobType;
import io.tillflow.processes.ModelTrained;
import io.tillflow.processes.ProcessId;
import io.tillflow.processes.PromoteVersion;
import io.tillflow.processes.RefuseVersion;
import io.tillflow.processes.TrainModel;
import org.springframework.stereotype.Component;

/** The registry's part of the processes. */
@Component
public class IntelligenceWorkers {
    /** Longer than a training may take, so that nobody trains the same twice at once. */
    private static final long TRAINING_MS = 900_000;

    private final Trainer trainer;
    private final Registry registry;

    IntelligenceWorkers(Trainer trainer, Registry registry) {
        this.trainer = trainer;
        this.registry = registry;
    }

    @Action(
            name = "Train a model",
            help = "Learns from the shop's orders in a JVM of its own and tries the model out on later orders.",
            effect = Effect.KEYED,
            errors = ErrorCode.DATA_MISSING)
    @JobWorker(type = JobType.INTELLIGENCE_TRAIN_MODEL, timeout = TRAINING_MS, maxJobsActive = 1)
    public ModelTrained train(@VariablesAsType TrainModel job) {
        return switch (trainer.train(job.trainingId(), job.model())) {
            case Outcome.Trained trained -> figures(trained.version());
            case Outcome.TooLittle none -> throw bpmnError(ErrorCode.DATA_MISSING, none.reason());
        };
    }

    private static ModelTrained figures(ModelVersion version) {
        Double overLive = version.gainOverLive();
        return new ModelTrained(
                version.version(),
                version.figure(),
                version.baseline(),
                version.gain(),
                version.gainAtWorst(),
                overLive != null,
                overLive == null ? 0 : overLive);
    }

    @Action(name = "Promote a version", help = "From now on the shop uses this version.", effect = Effect.KEYED)
    @JobWorker(type = JobType.INTELLIGENCE_PROMOTE_VERSION)
    public void promote(@VariablesAsType PromoteVersion job) {
        registry.promote(job.model(), job.version(), ProcessId.TRAIN_MODEL, job.reason());
    }

    @Action(name = "Refuse a version", help = "Keeps it to look at, and never uses it.", effect = Effect.KEYED)
    @JobWorker(type = JobType.INTELLIGENCE_REFUSE_VERSION)
    public void refuse(@VariablesAsType RefuseVersion job) {
        registry.refuse(job.model(), job.version(), ProcessId.TRAIN_MODEL, job.reason());
    }
}
