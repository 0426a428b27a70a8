package io.tillflow.connectors.intelligence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.intelligence.Drift.Bought;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static List<Bought> products(java.util.function.IntToLongFunction since) {
        return IntStream.range(0, 60)
                .mapToObj(i -> new Bought("product" + i, 600 - i * 9L, since.applyAsLong(i)))
                .toList();
    }

    @Test
    void whatIsBoughtAsBeforeHasNotMoved() {
        assertThat(Drift.psi(products(i -> (600 - i * 9L) / 3))).isLessThan(0.01);
    }

    @Test
    void anotherSeasonIsSeen() {
        assertThat(Drift.psi(products(i -> i * 9L))).isGreaterThan(Drift.MUCH);
    }

    @Test
    void noOrdersAndNoProductsAreNoDrift() {
        assertThat(Drift.psi(List.of())).isZero();
    }
}
