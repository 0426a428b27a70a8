package io.tillflow.connectors.web;

import io.tillflow.connectors.intelligence.CustomerScores;
import io.tillflow.connectors.intelligence.CustomerScores.Score;
import io.tillflow.connectors.intelligence.CustomerScores.Totals;
import io.tillflow.connectors.intelligence.DemandForecasts;
import io.tillflow.connectors.intelligence.DemandForecasts.Outlook;
import io.tillflow.connectors.intelligence.DemandNeeds;
import io.tillflow.connectors.intelligence.ModelVersion;
import io.tillflow.connectors.intelligence.PriceAnswers;
import io.tillflow.connectors.intelligence.RegisteredModels;
import io.tillflow.connectors.intelligence.RegisteredModels.Summary;
import io.tillflow.connectors.intelligence.Registry;
import io.tillflow.connectors.intelligence.Registry.Change;
import io.tillflow.connectors.intelligence.Shadows;
import io.tillflow.connectors.intelligence.Trainings.Training;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The prediction models of this shop: what there is, train, promote, roll back. */
@RestController
@RequestMapping("/api/v1/registry")
class RegistryController {
    private static final int MOST = 50;
    private static final int MOST_SCORES = 1000;

    private final RegisteredModels models;
    private final Registry registry;
    private final Shadows shadows;
    private final CustomerScores scores;
    private final DemandForecasts forecasts;
    private final DemandNeeds needs;
    private final PriceAnswers prices;

    RegistryController(
            RegisteredModels models,
            Registry registry,
            Shadows shadows,
            CustomerScores scores,
            DemandForecasts forecasts,
            DemandNeeds needs,
            PriceAnswers prices) {
        this.models = models;
        this.registry = registry;
        this.shadows = shadows;
        this.scores = scores;
        this.forecasts = forecasts;
        this.needs = needs;
        this.prices = prices;
    }

    record Items<T>(List<T> items) {}

    record Priced(PriceAnswers.@Nullable Run run, List<PriceAnswers.Answer> items) {}

    record Scored(@Nullable Totals totals, List<Score> items) {}

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

    /** What the live version says of the customers; {@code totals} is absent while none is live and scored. */
    @GetMapping("/customer-value/scores")
    Scored scores(@RequestParam(defaultValue = "value") String order, @RequestParam(defaultValue = "50") int limit) {
        if (!List.of("value", "lapsed").contains(order) || limit < 1 || limit > MOST_SCORES) {
            throw new IllegalArgumentException(
                    "expected order=value or order=lapsed and a limit of 1 to " + MOST_SCORES);
        }
        return new Scored(
                scores.totals().orElse(null),
                scores.scores(CustomerScores.Order.valueOf(order.toUpperCase(Locale.ROOT)), limit));
    }

    /** How much of a variant will be asked for; {@code missing} says why nothing is said. */
    @GetMapping("/demand/forecasts/{sku}")
    Outlook forecast(@PathVariable String sku, @RequestParam(defaultValue = "28") int days) {
        return forecasts.of(sku, days);
    }

    /** What is expected of all variants in the next days, and what is there of each; nothing while no version stands for it. */
    @GetMapping("/demand/needs")
    Items<DemandNeeds.Need> needs(@RequestParam(defaultValue = "42") int days) {
        return new Items<>(needs.of(days));
    }

    /** How demand answers to prices; {@code run} is absent while no version is live and was asked. */
    @GetMapping("/price/answers")
    Priced prices() {
        return new Priced(prices.run().orElse(null), prices.all());
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

    /** Answers beside the live version, unseen; {@code shadow} of the model says how it does. */
    @PostMapping("/{model}/versions/{version}/shadow")
    ModelVersion shadow(@PathVariable String model, @PathVariable int version, @RequestBody By by) {
        return shadows.begin(models.answering(model), version, by.name());
    }

    @PostMapping("/{model}/shadow/end")
    Summary endShadow(@PathVariable String model, @RequestBody By by) {
        shadows.end(models.known(model), by.name());
        return models.summary(model);
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
