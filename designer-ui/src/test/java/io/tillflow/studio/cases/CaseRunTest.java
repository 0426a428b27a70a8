package io.tillflow.studio.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.rules.DecisionFailed;
import io.tillflow.studio.Files;
import io.tillflow.studio.lint.ModelFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseRunTest {
    private static final String DMN = Files.read("/cases/discount.dmn");

    private static CaseRun.Report run(String cases) {
        return CaseRun.of("discount", ModelFile.of("discount.dmn", DMN), CaseFile.read(cases));
    }

    @Test
    void saysOfEachCaseWhichRulesMatchedAndWhatDiffers() {
        CaseRun.Report report = run("""
                [{"case": "right", "facts": {"order": {"country": "de"}, "customer": {"orders": 1}}, "rule": "rest-rule", "output": {"percent": 0.50}},
                 {"case": "wrong", "facts": {"order": {"country": "de"}, "customer": {"orders": 10}}, "rule": "rest-rule", "output": {"percent": 5, "reason": "loyal"}},
                 {"case": "a gap", "facts": {"order": {"country": "fr"}, "customer": {"orders": 1}}, "rule": []},
                 {"case": "below", "decision": "tier", "facts": {"customer": {"orders": 10}}, "output": "silver"},
                 {"case": "nowhere", "decision": "gone", "facts": {}}]""");
        assertThat(report.results())
                .extracting(CaseRun.Result::passed)
                .containsExactly(true, false, true, false, false);
        CaseRun.Result wrong = report.results().get(1);
        assertThat(wrong.rules()).containsExactly("gold-rule");
        assertThat(wrong.differences())
                .containsExactly(
                        new CaseRun.Difference("rule", "rest-rule", "gold-rule"),
                        new CaseRun.Difference("output.percent", "5", "10"));
        assertThat(wrong.detail()).isEqualTo("expected the rule rest-rule, but gold-rule matched");
        assertThat(report.results().get(3).detail()).isEqualTo("expected \"silver\", but got \"gold\"");
        assertThat(report.results().get(4).detail()).contains("no decision gone");
        assertThat(report.unhit()).isEmpty();
    }

    @Test
    void saysWhichRulesNoCaseHitsNotEvenThroughADecisionAbove() {
        CaseRun.Report report = run("""
                [{"case": "gold", "facts": {"order": {"country": "de"}, "customer": {"orders": 10}}}]""");
        assertThat(report.rules()).isEqualTo(4);
        assertThat(report.unhit())
                .containsExactly(
                        new CaseRun.Unhit("discount", "rest-rule", 2, ""),
                        new CaseRun.Unhit("tier", "tier-none", 2, ""));
    }

    @Test
    void aTableThatCannotBeReadFailsAsAWhole() {
        ModelFile broken = ModelFile.of("discount.dmn", DMN.replace("&gt;= 10", ">= (10"));
        assertThatThrownBy(() -> CaseRun.of("discount", broken, List.of())).isInstanceOf(DecisionFailed.class);
    }
}
