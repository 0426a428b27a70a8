package io.tillflow.connectors.web;

import io.tillflow.connectors.intelligence.ModelVersion;
import io.tillflow.connectors.intelligence.RegisteredModels;
import io.tillflow.connectors.intelligence.RegisteredModels.Summary;
import io.tillflow.connectors.intelligence.Registry;
import io.tillflow.connectors.intelligence.Registry.Change;
import io.tillflow.connectors.intelligence.Trainings.Training;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The prediction models of this shop: what there is, train, promote, roll back. */
@RestController
@RequestMapping("/api/v1/registry")
class RegistryController {
    private static final int MOST = 50;

    private final RegisteredModels models;
    private final Registry registry;

    RegistryController(RegisteredModels models, Registry registry) {
        this.models = models;
        this.registry = registry;
    }

    record Items<T>(List<T> items) {}

    /** Who does it; the studio says which person. */
    record By(@Nullable String by, @Nullable String reason) {
        String name() {
            if (by == null || by.isBlank()) {
                throw new IllegalArgumentException("by must be given: the registry keeps who did it");
            }
            return by;
        }
    }

    @GetMapping
    Items<Summary> all() {
        return new Items<>(models.all());
    }

    @GetMapping("/{model}/versions")
    Items<ModelVersion> versions(@PathVariable String model) {
        return new Items<>(registry.versions(models.known(model), MOST));
    }

    @GetMapping("/{model}/trainings")
    Items<Training> trainings(@PathVariable String model) {
        return new Items<>(models.trainings(model, MOST));
    }

    @GetMapping("/{model}/changes")
    Items<Change> changes(@PathVariable String model) {
        return new Items<>(registry.changes(models.known(model), MOST));
    }

    /** 202: a process does it; the training under way is answered when there is one. */
    @PostMapping("/{model}/trainings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Training train(@PathVariable String model, @RequestBody By by) {
        return models.train(model, by.name());
    }

    @PostMapping("/{model}/versions/{version}/promotion")
    ModelVersion promote(@PathVariable String model, @PathVariable int version, @RequestBody By by) {
        return registry.promote(models.known(model), version, by.name(), by.reason());
    }

    @PostMapping("/{model}/rollback")
    Summary rollBack(@PathVariable String model, @RequestBody By by) {
        registry.rollBack(models.known(model), by.name());
        return models.summary(model);
    }

    @ExceptionHandler
    ProblemDetail impossible(IllegalStateException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }
}
