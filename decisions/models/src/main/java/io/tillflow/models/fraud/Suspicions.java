package io.tillflow.models.fraud;

import io.tillflow.models.table.Table;
import io.tillflow.models.tabular.Scorer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A fraud model in memory, asked about single cases. */
public final class Suspicions {
    private final FraudModel model;
    private final Scorer scorer;

    public Suspicions(FraudModel model) {
        this.model = model;
        this.scorer = new Scorer(model.classifier());
    }

    /** By the columns that the model learned from; one that lacks is {@link io.tillflow.models.table.BadData}, an empty one is not known. */
    public Suspicion of(Map<String, String> facts) {
        List<String> columns = List.copyOf(facts.keySet());
        return of(new Table(
                        "the case",
                        columns,
                        List.of(columns.stream().map(facts::get).toList())))
                .getFirst();
    }

    List<Suspicion> of(Table cases) {
        double[] probabilities = scorer.probabilities(cases);
        double[] byRule = model.rule().probabilities(cases);
        List<String> reasons = scorer.reasons(cases);
        return IntStream.range(0, probabilities.length)
                .mapToObj(i -> new Suspicion(probabilities[i], byRule[i], reasons.get(i)))
                .toList();
    }
}
