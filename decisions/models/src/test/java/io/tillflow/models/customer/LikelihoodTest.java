package io.tillflow.models.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LikelihoodTest {
    @Test
    void findsTheSummit() {
        double[] found = Likelihood.maximise(2, at -> -Math.pow(at[0] - 1.5, 2) - 3 * Math.pow(at[1] + 0.5, 2));
        assertThat(found[0]).isEqualTo(1.5, within(1e-4));
        assertThat(found[1]).isEqualTo(-0.5, within(1e-4));
    }

    /** Along a bound each step can be a little likelier than the one before; a shop must not wait for that, nor get an error. */
    @Test
    void endsWhereThereIsNoSummit() {
        AtomicLong asked = new AtomicLong();
        double[] found = Likelihood.maximise(4, at -> asked.incrementAndGet());
        assertThat(found).hasSize(4).doesNotContain(Double.NaN);
        assertThat(asked.get()).isBetween(10_000L, 100_000L);
    }
}
