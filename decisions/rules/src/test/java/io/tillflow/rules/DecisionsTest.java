package io.tillflow.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
              <decision id="size" name="Size">
                <decisionTable id="t" hitPolicy="UNIQUE">
                  <input id="i"><inputExpression id="e" typeRef="number"><text>amount</text></inputExpression></input>
                  <output id="o" name="size" typeRef="string" />
                  <rule id="small"><inputEntry id="a"><text>SMALL</text></inputEntry><outputEntry id="b"><text>"small"</text></outputEntry></rule>
                  <rule id="large"><inputEntry id="c"><text>&gt; 10</text></inputEntry><outputEntry id="f"><text>"large"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private static Decisions sized(String smallWhen) {
        return Decisions.of("size.dmn", TABLE.replace("SMALL", smallWhen).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void saysWhichRuleDecided() {
        Decided decided = sized("&lt; 5").evaluate("size", Map.of("amount", 11));
        assertThat(decided.output()).isEqualTo("large");
        assertThat(decided.matchedRules()).containsExactly(new Decided.MatchedRule("large", Map.of("size", "large")));
    }

    @Test
    void reportsAGap() {
        Decided decided = sized("&lt; 5").evaluate("size", Map.of("amount", 7));
        assertThat(decided.isGap()).isTrue();
        assertThat(decided.output()).isNull();
    }

    @Test
    void refusesFactsThatTwoRulesFit() {
        assertThatThrownBy(() -> sized("&lt; 50").evaluate("size", Map.of("amount", 11)))
                .isInstanceOf(DecisionFailed.class)
                .hasMessageContaining("size")
                .hasMessageContaining("UNIQUE");
    }

    @Test
    void refusesAFileThatIsNoDecision() {
        assertThatThrownBy(() -> Decisions.of("draft.dmn", "<html/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DecisionFailed.class)
                .hasMessageContaining("draft.dmn");
    }

    @Test
    void refusesAnUnknownDecision() {
        assertThatThrownBy(() -> sized("&lt; 5").evaluate("weight", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected one of the decisions [size], but got weight");
    }
}
