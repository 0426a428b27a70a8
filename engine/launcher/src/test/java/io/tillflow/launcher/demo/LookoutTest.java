package io.tillflow.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tillflow.launcher.demo.proof.Rule;
import io.tillflow.launcher.demo.proof.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookoutTest {
    @Test
    void eachLookComesToItsEndOnce() {
        List<Violation> found = Lookout.violations(List.of("a", "b", "c"), Map.of("a", 1, "b", 2));
        assertThat(found)
                .extracting(Violation::rule, Violation::id)
                .containsExactly(tuple(Rule.STOCK_CHECK_ENDS_ONCE, "b"), tuple(Rule.STOCK_CHECK_ENDS, "c"));
        assertThat(found).extracting(Violation::duplicate).containsExactly(true, false);
        assertThat(found).extracting(Violation::lost).containsExactly(false, true);
    }
}
