package io.tillflow.studio.costs;

import io.tillflow.studio.costs.CostRate.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** All prices that are set, in one currency. */
public record Prices(String currency, List<CostRate> items) {

    /** Of exactly this. */
    public Optional<BigDecimal> of(Kind kind, String type) {
        return items.stream()
                .filter(it -> it.isOf(kind, type))
                .map(CostRate::price)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Of an hour of a task that these groups may do: the first group that has a price, else everybody's. */
    Optional<BigDecimal> hour(List<String> groups) {
        return Stream.concat(groups.stream(), Stream.of(""))
                .flatMap(it -> of(Kind.WORK, it).stream())
                .findFirst();
    }
}
