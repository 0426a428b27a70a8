package io.tillflow.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTableTest {

    private static final String DMN = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="Risk" namespace="x">
              <decision id="other"><literalExpression><text>1</text></literalExpression></decision>
              <decision id="risk" name="Risk of an order">
                <decisionTable id="t" hitPolicy="FIRST">
                  <input id="i1" label="Order total"><inputExpression id="e1" typeRef="number"><text>order.total</text></inputExpression></input>
                  <input id="i2"><inputExpression id="e2"><text>order.country</text></inputExpression></input>
                  <output id="o1" label="Risk" name="risk" typeRef="string"/>
                  <rule id="r1"><description>small</description><inputEntry id="a"><text>&lt; 5000</text></inputEntry>
                    <inputEntry id="b"><text></text></inputEntry><outputEntry id="c"><text>"low"</text></outputEntry></rule>
                  <rule id="r2"><inputEntry id="d1"><text/></inputEntry>
                    <inputEntry id="d2"><text>"XX"</text></inputEntry><outputEntry id="d3"><text>"high"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>""";

    @Test
    void readsColumnsAndRules() {
        DecisionTable table = DecisionTable.find(DMN, "risk").orElseThrow();
        assertThat(table.name()).isEqualTo("Risk of an order");
        assertThat(table.hitPolicy()).isEqualTo("FIRST");
        assertThat(table.inputs())
                .extracting(DecisionTable.Column::label)
                .containsExactly("Order total", "order.country");
        assertThat(table.outputs()).extracting(DecisionTable.Column::label).containsExactly("Risk");
        assertThat(table.rules())
                .containsExactly(
                        new DecisionTable.Rule("r1", List.of("< 5000", ""), List.of("\"low\""), "small"),
                        new DecisionTable.Rule("r2", List.of("", "\"XX\""), List.of("\"high\""), ""));
    }

    @Test
    void findsNoTableWhereThereIsNone() {
        assertThat(DecisionTable.find(DMN, "other")).isEmpty();
        assertThat(DecisionTable.find(DMN, "missing")).isEmpty();
    }
}
