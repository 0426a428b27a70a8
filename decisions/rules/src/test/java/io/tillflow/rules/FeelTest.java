package io.tillflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeelTest {
    private static final Map<String, Object> ORDER = Map.of("order", Map.of("total", 11200, "country", "DE"));

    @Test
    void evaluatesWithTheDataInScope() {
        assertThat(Feel.evaluate("=order.total / 100 > 100 and order.country = \"DE\"", ORDER))
                .isEqualTo(new Feel.Outcome.Value(true, List.of()));
        assertThat(Feel.evaluate("{cents: order.total, in: [1, 2]}", ORDER))
                .isInstanceOfSatisfying(
                        Feel.Outcome.Value.class,
                        it -> assertThat(String.valueOf(it.value())).isEqualTo("{cents=11200, in=[1, 2]}"));
    }

    @Test
    void writesDatesAndDurationsAsFeelDoes() {
        assertThat(Feel.evaluate("duration(\"P2D\")", Map.of())).isEqualTo(new Feel.Outcome.Value("PT48H", List.of()));
        assertThat(Feel.evaluate("date(\"2026-01-31\")", Map.of()))
                .isEqualTo(new Feel.Outcome.Value("2026-01-31", List.of()));
    }

    @Test
    void saysWhatTheLanguagePassesOverWithNull() {
        assertThat(Feel.evaluate("order.weight", ORDER)).isInstanceOfSatisfying(Feel.Outcome.Value.class, it -> {
            assertThat(it.value()).isNull();
            assertThat(it.doubts()).singleElement().asString().contains("weight");
        });
    }

    @Test
    void namesThePlaceWhereItCannotBeRead() {
        assertThat(Feel.evaluate("=order.total +", ORDER))
                .isEqualTo(new Feel.Outcome.Broken("It cannot go on with \"+\".", 1, 14));
        assertThat(Feel.evaluate("order.total ) 2", ORDER))
                .isInstanceOfSatisfying(
                        Feel.Outcome.Broken.class, it -> assertThat(it.column()).isEqualTo(13));
        assertThat(Feel.evaluate("= ", ORDER)).isInstanceOf(Feel.Outcome.Broken.class);
    }
}
