package io.tillflow.studio.play.feel;

import io.tillflow.studio.models.Trials;
import io.tillflow.studio.play.PlayedFiles;
import io.tillflow.studio.play.ScenarioRefused;
import io.tillflow.studio.security.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Expressions, tried with data given along or with the sample data of a model. */
@RestController
@RequestMapping("/api/v1")
class FeelApi {
    private static final int LONGEST = 10_000;

    private final Trials trials;
    private final PlayedFiles files;
    private final CurrentUser user;

    FeelApi(Trials trials, PlayedFiles files, CurrentUser user) {
        this.trials = trials;
        this.files = files;
        this.user = user;
    }

    /**
     * What to evaluate with what.
     *
     * @param data variables by name; otherwise those of the model's sample
     * @param sample an id of {@code GET /models/{id}/samples}, for instance {@code scenario:NAME}
     * @param element where the expression stands: the data is that of the scenario there
     * @param after whether the element's work is done when the expression is read
     */
    record Wish(
            @Nullable String expression,
            @Nullable Map<String, @Nullable Object> data,
            @Nullable String model,
            @Nullable String sample,
            @Nullable String element,
            @Nullable Boolean after) {}

    @PostMapping("/feel/evaluations")
    Trials.Answer evaluate(@RequestBody Wish wish) {
        String expression = Objects.requireNonNullElse(wish.expression(), "");
        if (expression.length() > LONGEST) {
            throw new ScenarioRefused("An expression has at most " + LONGEST + " characters.");
        }
        if (wish.model() == null) {
            return FeelTrials.evaluate(expression, Objects.requireNonNullElse(wish.data(), Map.of()));
        }
        Trials.Answer answer = trials.answer(new Trials.Question(
                wish.model(),
                file(wish.model()).file(),
                Objects.requireNonNullElse(wish.sample(), ""),
                Objects.requireNonNullElse(wish.element(), ""),
                Boolean.TRUE.equals(wish.after()),
                expression));
        return wish.data() == null ? answer : FeelTrials.evaluate(expression, merged(answer.data(), wish.data()));
    }

    /** What the model's expressions can be tried with. */
    @GetMapping("/models/{id}/samples")
    Map<String, List<Trials.Choice>> samples(@PathVariable String id) {
        return Map.of("samples", trials.choices(id, file(id).file()));
    }

    private static Map<String, @Nullable Object> merged(
            Map<String, @Nullable Object> sample, Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> merged = new java.util.LinkedHashMap<>(sample);
        merged.putAll(given);
        return merged;
    }

    private PlayedFiles.Chosen file(String model) {
        return files.find(model, null, user.name())
                .orElseThrow(() -> new ScenarioRefused("There is no process " + model + "."));
    }
}
