package io.tillflow.studio.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JuelTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "${approved};approved",
                "#{order.total > 100 && !rush};order.total > 100 and not(rush)",
                "${status == 'PAID' || status eq \"OPEN\"};status = \"PAID\" or status = \"OPEN\"",
                "${a ne b and not c};a != b and not(c)",
                "${(a + 2) * b % 3};modulo((a + 2) * b, 3)",
                "${rush ? 1 : -2.5};if rush then 1 else -2.5",
                "${execution.getVariable('total') >= limit};total >= limit",
                "Order ${number} of ${shop.name};\"Order \" + string(number) + \" of \" + string(shop.name)",
                "${x != null};x != null"
            })
    void saysTheSameInFeel(String juel, String feel) {
        assertThat(Juel.feel(juel)).contains(feel);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${bean.check(order)}",
                "${empty list}",
                "${list[0]}",
                "${execution.processInstanceId}",
                "${a = b}",
                "${}",
                "${(a}",
                "${a b}"
            })
    void hasNoWordsForWhatCallsJava(String juel) {
        assertThat(Juel.feel(juel)).isEmpty();
    }

    @Test
    void quotesTexts() {
        assertThat(Juel.quoted("a \"b\" \\ c")).isEqualTo("\"a \\\"b\\\" \\\\ c\"");
        assertThat(Juel.isExpression("PT5M")).isFalse();
    }
}
