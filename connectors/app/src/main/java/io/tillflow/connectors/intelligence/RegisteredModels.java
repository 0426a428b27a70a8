package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.intelligence.Trainings.Training;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people see of the models that live in the shop, and may ask for. */
@Service
public class RegisteredModels {
    private final Registry registry;
    private final Trainings trainings;
    private final Trainer trainer;
    private final DriftWatch drifts;
    private final AnswerWatch answers;

    RegisteredModels(Registry registry, Trainings trainings, Trainer trainer, DriftWatch drifts, AnswerWatch answers) {
        this.registry = registry;
        this.trainings = trainings;
        this.trainer = trainer;
        this.drifts = drifts;
        this.answers = answers;
    }

    /**
     * A model at a glance.
     *
     * @param live the version in use; none when the shop does without
     * @param latest what came of asking last
     * @param drift how far what is bought has moved since; none while too few orders came
     * @param answers how the version in use does on the orders since its promotion
     * @param shadow the same of the version beside it
     * @param hindrance why nothing can be trained here
     */
    public record Summary(
            String model,
            String features,
            @Nullable ModelVersion live,
            @Nullable Drift drift,
            @Nullable Answers answers,
            @Nullable Answers shadow,
            @Nullable Training latest,
            int versions,
            @Nullable String hindrance) {}

    public List<Summary> all() {
        return LivingModel.words().stream().map(this::summary).toList();
    }

    public Summary summary(String model) {
        LivingModel living = LivingModel.named(model);
        List<ModelVersion> newest = registry.versions(model, 1);
        Optional<ModelVersion> live = registry.live(model);
        return new Summary(
                model,
                living.features(),
                live.orElse(null),
                live.flatMap(drifts::latest).orElse(null),
                living.answersOrders() ? answers.live(model).orElse(null) : null,
                living.answersOrders() ? answers.shadow(model).orElse(null) : null,
                trainings.of(model, 1).stream().findFirst().orElse(null),
                newest.isEmpty() ? 0 : newest.getFirst().version(),
                trainer.hindrance().orElse(null));
    }

    /** The name itself; one that is unknown is refused. */
    public String known(String model) {
        return LivingModel.named(model).word();
    }

    /** The name of a model whose versions can answer beside each other; another is refused. */
    public String answering(String model) {
        if (!LivingModel.named(model).answersOrders()) {
            throw new IllegalStateException(
                    "expected a model that is asked about single orders, since only then a version can"
                            + " answer beside the live one, but got " + model);
        }
        return model;
    }

    public List<Training> trainings(String model, int most) {
        return trainings.of(known(model), most);
    }

    /** Asks for a training, unless none could run here. */
    public Training train(String model, String by) {
        trainer.hindrance().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        return trainings.ask(known(model), by);
    }
}
