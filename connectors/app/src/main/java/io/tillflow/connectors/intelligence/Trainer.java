package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.database.DatabaseAway;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** One training from the shop's view to a candidate in the registry; its folder is gone afterwards. */
@Component
public class Trainer {
    private final Registry registry;
    private final Trainings trainings;
    private final ShopHistory orders;
    private final TrainingProgram program;
    private final NewVersion versions;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Trainer(Registry registry, Trainings trainings, ShopHistory orders, TrainingProgram program, NewVersion versions) {
        this.registry = registry;
        this.trainings = trainings;
        this.orders = orders;
        this.program = program;
        this.versions = versions;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** A candidate for the gate to judge. */
        record Trained(ModelVersion version) implements Outcome {}

        /** Nothing, since a guess would be invented. */
        record TooLittle(String reason) implements Outcome {}
    }

    /** Why nothing can be trained here; empty when it can. */
    public Optional<String> hindrance() {
        return program.hindrance();
    }

    /** Repeating a training answers the version it gave the first time. */
    public Outcome train(String training, String model) {
        LivingModel living = LivingModel.named(model);
        oneAtATime.lock();
        try {
            return train(training, living);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Outcome train(String training, LivingModel model) {
        Optional<ModelVersion> before = registry.ofTraining(training);
        if (before.isPresent()) {
            return new Outcome.Trained(before.get());
        }
        trainings.begin(training, model.word());
        try {
            Outcome outcome = attempt(training, model);
            switch (outcome) {
                case Outcome.Trained ignored -> trainings.end(training, "TRAINED", null);
                case Outcome.TooLittle none -> trainings.end(training, "TOO_LITTLE", none.reason());
            }
            return outcome;
        } catch (RuntimeException trouble) {
            if (!DatabaseAway.causes(trouble) && !(trouble instanceof ProviderUnavailable)) {
                trainings.end(training, "FAILED", String.valueOf(trouble.getMessage()));
            }
            throw trouble;
        }
    }

    private Outcome attempt(String training, LivingModel model) {
        program.hindrance().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        Optional<ModelVersion> live = registry.live(model.word());
        try {
            try (WorkFolder folder = new WorkFolder()) {
                return work(training, model, live, folder.path());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the training of " + model.word() + " needs a folder for its files", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailable("the training was interrupted by the end of the connectors");
        }
    }

    private Outcome work(String training, LivingModel model, Optional<ModelVersion> live, Path folder)
            throws IOException, InterruptedException {
        Path data = folder.resolve(model.rows().file());
        Path out = folder.resolve("trained.model");
        Optional<Window> known =
                orders.write(model.rows(), live.map(ModelVersion::windowTo).orElse(null), data);
        if (known.isEmpty()) {
            return new Outcome.TooLittle("there is no " + model.rows().unit() + " yet to learn from");
        }
        Window window = known.get();
        Optional<Path> former = Optional.empty();
        if (live.isPresent()) {
            former = Optional.of(Files.write(
                    folder.resolve("live.model"),
                    registry.artefact(model.word(), live.get().version())));
        }
        Verdict verdict = program.run(model.word(), new TrainingProgram.Papers(data, out, former, window.seen()));
        if (verdict.missing() != null) {
            return new Outcome.TooLittle(verdict.missing());
        }
        Objects.requireNonNull(verdict.trial(), "a trained model comes with its trial");
        return new Outcome.Trained(versions.store(
                new NewVersion.Trained(training, model, window, verdict, Files.readAllBytes(out)), live));
    }
}
