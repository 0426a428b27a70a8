package io.tillflow.studio.costs;

import io.tillflow.studio.costs.CostRate.Kind;
import io.tillflow.studio.lint.BpmnOutline;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What the steps of a process version cost. */
@Service
public class ProcessCosts {

    private final Consumption consumption;
    private final CostRates rates;

    ProcessCosts(Consumption consumption, CostRates rates) {
        this.consumption = consumption;
        this.rates = rates;
    }

    public Costs of(long definitionKey) {
        return Costs.of(consumption.of(definitionKey), rates.all());
    }

    /**
     * All that a version uses, or would, each with its price if it has one: people's hours first.
     *
     * @param bpmn its file; empty when history does not have it yet
     */
    public List<CostRate> rates(long definitionKey, String bpmn) {
        Prices prices = rates.all();
        Stream<CostRate> used = consumption.of(definitionKey).steps().stream()
                .flatMap(it -> it.uses().stream())
                .flatMap(it -> it.types().stream().map(type -> new CostRate(it.kind(), type, null)));
        Stream<CostRate> modelled = bpmn.isEmpty()
                ? Stream.of()
                : BpmnOutline.of(bpmn).jobs().stream()
                        .map(BpmnOutline.Job::type)
                        .filter(it -> !it.isBlank() && !it.equals(CostRate.USER_TASK))
                        .map(it -> new CostRate(Kind.CALL, it.strip(), null));
        return Stream.of(Stream.of(new CostRate(Kind.WORK, "", null)), used, modelled)
                .flatMap(it -> it)
                .distinct()
                .sorted(Comparator.comparing(CostRate::kind).reversed().thenComparing(CostRate::type))
                .map(it -> new CostRate(
                        it.kind(), it.type(), prices.of(it.kind(), it.type()).orElse(null)))
                .toList();
    }
}
