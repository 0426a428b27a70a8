package io.tillflow.studio.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.studio.Files;
import io.tillflow.studio.cases.Case;
import io.tillflow.studio.cases.CaseFile;
import io.tillflow.studio.cases.CaseRun;
import io.tillflow.studio.lint.ModelFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutantsTest {

    @Test
    void buildsEachKindOfMistakeInWithoutBreakingTheModel() {
        String source = Files.read("/models/orders/order-fulfilment.bpmn");
        List<Mutant> mutants = Mutants.of(source);
        assertThat(mutants)
                .extracting(Mutant::kind)
                .contains("swapped branch", "dropped boundary event", "changed bound", "removed task");
        assertThat(mutants).extracting(Mutant::source).doesNotHaveDuplicates().doesNotContain(source);
        assertThat(mutants)
                .allSatisfy(it -> assertThat(
                                Playable.of(ModelFile.of("m.bpmn", it.source())).flows())
                        .isNotEmpty());
        assertThat(mutants)
                .filteredOn(it -> it.elementId().equals("capture-failed"))
                .singleElement()
                .satisfies(it -> assertThat(it.source())
                        .doesNotContain("id=\"capture-failed\"", "id=\"capture-failed--capture-again\""));
    }

    @Test
    void getsBoundsWrongByOne() {
        assertThat(Bounds.changed("conditionExpression", "=a < 5 and b >= 2"))
                .containsExactly("=a <= 5 and b >= 2", "=a < 5 and b > 2");
        assertThat(Bounds.changed("conditionExpression", "=a != 5")).isEmpty();
        assertThat(Bounds.changed("timeDuration", "=duration(limit)")).containsExactly("=(duration(limit)) * 2");
        assertThat(Bounds.changed("timeDuration", "PT6H")).containsExactly("PT96H");
    }

    @Test
    void everyMistakeInAShippedTableIsNoticedByItsCases() {
        for (String id : List.of("order-risk", "order-timing", "carrier-choice")) {
            ModelFile table = ModelFile.of(id + ".dmn", Files.read("/models/orders/" + id + ".dmn"));
            List<Case> cases = CaseFile.read(Files.read("/models/orders/" + id + ".cases.json"));
            CaseRun.Report report = CaseRun.of(id, table, cases);
            assertThat(report.failed()).isEmpty();
            assertThat(report.rules()).isPositive();
            assertThat(report.unhit()).isEmpty();
            assertThat(TableMutants.of(table))
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(CaseRun.of(id, ModelFile.of(table.name(), it.source()), cases)
                                    .failed())
                            .as("%s at %s: %s", it.kind(), it.elementId(), it.what())
                            .isNotEmpty());
        }
    }
}
