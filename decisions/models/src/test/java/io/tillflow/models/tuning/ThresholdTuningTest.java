package io.tillflow.models.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.models.tuning.Proposal.CellChange;
import io.tillflow.rules.Decisions;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThresholdTuningTest {
    private static final byte[] TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
              <decision id="review" name="Review">
                <decisionTable id="t" hitPolicy="UNIQUE">
                  <input id="i"><inputExpression id="e" typeRef="number"><text>order.total</text></inputExpression></input>
                  <output id="o" name="outcome" typeRef="string" />
                  <rule id="small"><inputEntry id="a"><text>&lt; 900</text></inputEntry><outputEntry id="b"><text>"accept"</text></outputEntry></rule>
                  <rule id="large"><inputEntry id="c"><text>&gt;= 900</text></inputEntry><outputEntry id="f"><text>"review"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """.getBytes(StandardCharsets.UTF_8);

    /** Fraud costs 100 when accepted, a review costs 10, and above the limit a third of orders are fraud. */
    private static List<PastCase> orders(int many, double limit) {
        Random random = new Random(9);
        List<PastCase> cases = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int total = random.nextInt(1000);
            boolean fraud = total > limit && random.nextInt(3) == 0;
            cases.add(new PastCase(
                    Map.of("order.total", total),
                    decided -> "accept".equals(decided.output()) ? (fraud ? -100 : 0) : -10));
        }
        return cases;
    }

    @Test
    void proposesTheBoundThatWouldHavePaidAsADiffOfCells() {
        Proposal proposal =
                new ThresholdTuning(TABLE, "review").propose(orders(500, 600)).get(0);

        assertThat(proposal.to()).isBetween(new BigDecimal("520"), new BigDecimal("680"));
        assertThat(proposal.from()).isEqualByComparingTo("900");
        assertThat(proposal.gain()).isBetween(3.0, 11.0);
        assertThat(proposal.low()).isPositive().isLessThan(proposal.gain());
        assertThat(proposal.high()).isGreaterThan(proposal.gain());
        assertThat(proposal.decidedOtherwise()).isGreaterThan(30);
        assertThat(proposal.changes())
                .containsExactly(
                        new CellChange("a", "< 900", "< " + proposal.to()),
                        new CellChange("c", ">= 900", ">= " + proposal.to()));
        assertThat(Decisions.of("review", proposal.dmn())
                        .evaluate("review", Map.of("order", Map.of("total", 800)))
                        .output())
                .isEqualTo("review");
    }

    @Test
    void aBoundOfWhatAnOrderIsWorthIsFoundByItsTotal() {
        String worth = new String(TABLE, StandardCharsets.UTF_8)
                .replace("order.total", "if order.worth = null then order.total else order.worth");

        assertThat(new ThresholdTuning(worth.getBytes(StandardCharsets.UTF_8), "review").propose(orders(500, 600)))
                .singleElement()
                .satisfies(proposal -> {
                    assertThat(proposal.path()).isEqualTo("order.total");
                    assertThat(proposal.to()).isBetween(new BigDecimal("520"), new BigDecimal("680"));
                    assertThat(proposal.changes()).hasSize(2);
                });
    }

    @Test
    void proposesNothingWhenTheBoundIsRightOrCasesAreFew() {
        assertThat(new ThresholdTuning(TABLE, "review").propose(orders(300, 900)))
                .isEmpty();
        assertThat(new ThresholdTuning(TABLE, "review").propose(orders(150, 600)))
                .isEmpty();
    }
}
