package io.tillflow.studio.costs;

import io.tillflow.engine.history.Definitions;
import io.tillflow.engine.history.Definitions.ProcessVersion;
import io.tillflow.studio.costs.CostRate.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Prices and costs for programs; prices are set by administrators. */
@RestController
@RequestMapping("/api/v1")
class CostsApi {

    private final CostRates rates;
    private final ProcessCosts costs;
    private final Definitions definitions;

    CostsApi(CostRates rates, ProcessCosts costs, Definitions definitions) {
        this.rates = rates;
        this.costs = costs;
        this.definitions = definitions;
    }

    /**
     * What is left out stays as it is.
     *
     * @param seen the currency that the prices are meant in: with another one set meanwhile nothing is set
     */
    record Asked(
            @Nullable String seen,
            @Nullable String currency,
            @Nullable List<Item> items) {

        List<CostRate> rates() {
            return items == null ? List.of() : items.stream().map(Item::rate).toList();
        }
    }

    /** Without a price the one that is set is taken away; without a type it is everybody's work. */
    record Item(
            @Nullable Kind kind,
            @Nullable String type,
            @Nullable BigDecimal price) {

        CostRate rate() {
            if (kind == null) {
                throw new IllegalArgumentException(
                        "kind must be CALL, a worker by the call, or WORK, people by the hour");
            }
            return new CostRate(kind, Objects.requireNonNullElse(type, "").strip(), price);
        }
    }

    @GetMapping("/cost-rates")
    Prices rates() {
        return rates.all();
    }

    @PutMapping("/cost-rates")
    Prices save(@RequestBody Asked asked) {
        return rates.save(asked.seen(), asked.currency(), asked.rates());
    }

    @ExceptionHandler
    ProblemDetail changed(CurrencyChanged changed) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(changed.getMessage()));
    }

    /** What each step of a version cost in the newest instances that ended; of the newest version unless one is named. */
    @GetMapping("/processes/{id}/costs")
    Costs costs(@PathVariable String id, @RequestParam Optional<Integer> version) {
        return definitions
                .version(id, version)
                .map(ProcessVersion::key)
                .map(costs::of)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no process " + id
                                + version.map(it -> " v" + it).orElse("") + "."));
    }
}
