package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.provider.ProviderUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the live version about all cases, in a JVM of its own; the answers replace those before in one transaction. */
@Component
class Scorer {
    private final Registry registry;
    private final ShopHistory orders;
    private final TrainingProgram program;
    private final ScoreRuns runs;

    Scorer(Registry registry, ShopHistory orders, TrainingProgram program, ScoreRuns runs) {
        this.registry = registry;
        this.orders = orders;
        this.program = program;
        this.runs = runs;
    }

    /** Nothing without a live version, or where nothing can be run. */
    void score(Daily daily) {
        LivingModel model = daily.model();
        Optional<ModelVersion> live = registry.live(model.word());
        if (live.isEmpty() || program.hindrance().isPresent()) {
            return;
        }
        try (WorkFolder work = new WorkFolder()) {
            Path data = work.path().resolve(model.rows().file());
            Path answers = work.path().resolve("scores.csv");
            if (orders.write(model.rows(), null, data).isEmpty()) {
                return;
            }
            Path file = Files.write(
                    work.path().resolve("live.model"),
                    registry.artefact(model.word(), live.get().version()));
            LocalDate asOf = daily.asOf();
            program.score(file, data, asOf, answers);
            runs.replace(daily, live.get().version(), asOf, data, answers);
        } catch (IOException e) {
            throw new UncheckedIOException("the scoring needs a folder for its files", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailable("the scoring was interrupted by the end of the connectors");
        }
    }
}
