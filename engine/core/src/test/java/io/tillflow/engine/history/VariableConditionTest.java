package io.tillflow.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.engine.history.VariableCondition.Operator;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariableConditionTest {

    @Test
    void readsEveryOperator() {
        assertThat(VariableCondition.parse("order.total > 2000"))
                .isEqualTo(new VariableCondition(List.of("order", "total"), Operator.GREATER, "2000"));
        assertThat(VariableCondition.parse("a!=b=c"))
                .isEqualTo(new VariableCondition(List.of("a"), Operator.NOT_EQUAL, "b=c"));
        assertThat(VariableCondition.parse("note~=~"))
                .isEqualTo(new VariableCondition(List.of("note"), Operator.CONTAINS, "=~"));
        assertThat(VariableCondition.parse("payment.id").operator()).isEqualTo(Operator.EXISTS);
    }

    @Test
    void readsSignsOfTwoCharactersAndThoseOfPrint() {
        assertThat(VariableCondition.parse("order.total>=2000"))
                .isEqualTo(new VariableCondition(List.of("order", "total"), Operator.AT_LEAST, "2000"));
        assertThat(VariableCondition.parse("n<=-1")).isEqualTo(VariableCondition.parse("n ≤ -1"));
        assertThat(VariableCondition.parse("n ≥ 2").text()).isEqualTo("n>=2");
        assertThat(VariableCondition.parse("country ≠ AT").text()).isEqualTo("country!=AT");
    }

    @Test
    void refusesToOrderByANumberNoDatabaseHolds() {
        assertThatThrownBy(() -> VariableCondition.parse("n>1e999999999"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("digits");
        assertThat(VariableCondition.parse("n=1e999999999").number()).isEmpty();
        assertThat(VariableCondition.parse("n>1e400").number()).isPresent();
    }

    @Test
    void writesWhatItReads() {
        for (String text : List.of("order.total>2000", "a!=b", "risk", "x<1", "n~pay", "k=v")) {
            assertThat(VariableCondition.parse(text).text()).isEqualTo(text);
        }
    }

    @Test
    void refusesWhatIsNoCondition() {
        for (String text : List.of("", "=1", "a..b=1", "a=", "a.>")) {
            assertThatThrownBy(() -> VariableCondition.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("expected");
        }
    }
}
