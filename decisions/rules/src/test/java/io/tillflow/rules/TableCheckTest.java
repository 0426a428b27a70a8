package io.tillflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.rules.TableCheck.Finding;
import io.tillflow.rules.TableCheck.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableCheckTest {
    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
              <decision id="size" name="Size">
                <decisionTable id="t" hitPolicy="POLICY">
                  <input id="i"><inputExpression id="e" typeRef="number"><text>INPUT</text></inputExpression></input>
                  <input id="j"><inputExpression id="k" typeRef="string"><text>order.country</text></inputExpression></input>
                  <output id="o" name="size" typeRef="string" />
                  <rule id="small"><inputEntry id="a"><text>&lt;= FROM</text></inputEntry><inputEntry id="x"><text>-</text></inputEntry><outputEntry id="b"><text>"small"</text></outputEntry></rule>
                  <rule id="large"><inputEntry id="c"><text>&gt; 10</text></inputEntry><inputEntry id="y"><text>COUNTRY</text></inputEntry><outputEntry id="f"><text>"large"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private static List<Finding> check(String from, String country, String policy) {
        String table = TABLE.replace("FROM", from).replace("COUNTRY", country).replace("POLICY", policy);
        return TableCheck.of("size.dmn", table.replace("INPUT", "order.amount").getBytes(StandardCharsets.UTF_8), 10);
    }

    @Test
    void aTableThatCoversAllHasNoFinding() {
        assertThat(check("10", "-", "UNIQUE")).isEmpty();
    }

    @Test
    void aBoundThatLeavesAHoleIsAGap() {
        assertThat(check("8", "-", "UNIQUE"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.GAP))
                .anySatisfy(finding -> assertThat(finding.facts())
                        .isEqualTo(Map.of("order.amount", new BigDecimal("9"), "order.country", "(any other)")));
    }

    @Test
    void aNameThatIsMissingIsAGap() {
        assertThat(check("10", "\"DE\"", "UNIQUE"))
                .hasSize(1)
                .allSatisfy(finding -> assertThat(finding.facts()).containsEntry("order.country", "(any other)"));
    }

    @Test
    void boundsThatCrossAreAnOverlapUnlessTheFirstRuleWins() {
        assertThat(check("12", "-", "UNIQUE"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.OVERLAP));
        assertThat(check("12", "-", "FIRST")).isEmpty();
    }

    @Test
    void saysWhatItCannotCheck() {
        String table = TABLE.replace("POLICY", "UNIQUE").replace("FROM", "10").replace("COUNTRY", "-");
        byte[] dmn = table.replace("INPUT", "order.amount * 2").getBytes(StandardCharsets.UTF_8);

        assertThat(TableCheck.of("size.dmn", dmn, 10))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.NOT_CHECKED));
    }

    @Test
    void whereAnotherFactIsComparedIfKnownTheOneThatIsThereAlwaysIsAskedAbout() {
        String table = TABLE.replace("POLICY", "UNIQUE").replace("FROM", "8").replace("COUNTRY", "-");
        String rather = "if order.worth = null then order.amount else order.worth";

        assertThat(TableCheck.of("size.dmn", table.replace("INPUT", rather).getBytes(StandardCharsets.UTF_8), 10))
                .anySatisfy(finding -> assertThat(finding)
                        .isEqualTo(new Finding(
                                "size",
                                Kind.GAP,
                                Map.of("order.amount", new BigDecimal("9"), "order.country", "(any other)"),
                                "no rule fits")));
        assertThat(ColumnFact.of(rather.replace("else order.worth", "else order.net")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-timing", "order-risk", "carrier-choice", "dispute-policy"})
    void shippedTablesHaveNeitherGapNorOverlap(String decisionId) throws IOException {
        String file = "/models/orders/" + decisionId + ".dmn";
        try (InputStream dmn = TableCheckTest.class.getResourceAsStream(file)) {
            assertThat(TableCheck.of(file, Objects.requireNonNull(dmn).readAllBytes(), 10))
                    .isEmpty();
        }
    }
}
