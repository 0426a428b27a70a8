package io.tillflow.studio.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.studio.Files;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Conflict;
import org.junit.jupiter.api.Test;

class ModelMergeTest {
    private static final String BASE = Files.read("/foreign/vendor.bpmn");

    @Test
    void takesBothPeoplesChanges() {
        String a = BASE.replace("name=\"Pack\"", "name=\"Pack well\"");
        String b = BASE.replace("total &gt; 3", "total &gt; 4").replace("x=\"480\" y=\"202\"", "x=\"500\" y=\"222\"");
        ModelMerge.Merged merged = merge(a, b);
        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.source()).contains("name=\"Pack well\"", "total &gt; 4", "x=\"500\" y=\"222\"");
        assertThat(ModelDiff.between(ModelFile.Kind.BPMN, merged.source(), a).changed())
                .hasSize(2);
        assertThat(ModelDiff.between(ModelFile.Kind.BPMN, merged.source(), b).changed())
                .hasSize(1);
    }

    @Test
    void namesWhatBothChangedDifferently() {
        ModelMerge.Merged merged = merge(BASE.replace("\"Pack\"", "\"Wrap\""), BASE.replace("\"Pack\"", "\"Box\""));
        assertThat(merged.conflicts()).containsExactly(new Conflict("pack", "name", "Pack", "Wrap", "Box"));
        assertThat(merged.source()).contains("name=\"Wrap\"");
    }

    @Test
    void theSameChangeOnBothSidesIsNoConflict() {
        String both = BASE.replace("\"Pack\"", "\"Wrap\"");
        assertThat(merge(both, both).conflicts()).isEmpty();
    }

    @Test
    void removalOfWhatTheOtherChangedIsAConflict() {
        String without = BASE.replaceFirst("(?s)<textAnnotation.*?</textAnnotation>", "");
        String changed = BASE.replace("kept   as  written", "rewritten");
        assertThat(merge(without, changed).conflicts())
                .extracting(Conflict::elementId)
                .contains("note");
        assertThat(merge(changed, without).conflicts())
                .extracting(Conflict::elementId)
                .contains("note");
        assertThat(merge(without, BASE).source()).doesNotContain("textAnnotation id=\"note\"", "bpmnElement=\"note\"");
    }

    @Test
    void aFlowToAStepThatTheOtherRemovedIsAConflict() {
        String without = BASE.replaceFirst("(?s)<endEvent id=\"kept\">.*?</endEvent>", "")
                .replaceFirst("(?s)<sequenceFlow id=\"f4\".*?</sequenceFlow>", "");
        String more = BASE.replace(
                "<textAnnotation", "<sequenceFlow id=\"f5\" sourceRef=\"pack\" targetRef=\"kept\" /><textAnnotation");
        assertThat(merge(without, more).conflicts())
                .anySatisfy(it -> assertThat(it)
                        .extracting(Conflict::elementId, Conflict::property)
                        .containsExactly("f5", "targetRef"));
    }

    @Test
    void followsAStepThatOneMovedAndTheOtherRenamed() {
        String group = "<subProcess id=\"inner\"></subProcess><textAnnotation";
        String base = BASE.replace("<textAnnotation", group);
        String task = base.substring(base.indexOf("<endEvent id=\"kept\">"), base.indexOf("<sequenceFlow id=\"f1\""));
        String moved = base.replace(task, "").replace("<subProcess id=\"inner\">", "<subProcess id=\"inner\">" + task);
        String renamed = base.replace("<endEvent id=\"kept\">", "<endEvent id=\"kept\" name=\"Not sold\">");
        for (ModelMerge.Merged merged : java.util.List.of(
                ModelMerge.of(ModelFile.Kind.BPMN, base, moved, renamed),
                ModelMerge.of(ModelFile.Kind.BPMN, base, renamed, moved))) {
            assertThat(merged.conflicts()).isEmpty();
            assertThat(merged.source())
                    .containsOnlyOnce("id=\"kept\"")
                    .containsPattern("(?s)id=\"inner\">\\s*<endEvent id=\"kept\" name=\"Not sold\"");
        }
    }

    @Test
    void mergesForms() {
        String base = "{\"id\":\"f\",\"components\":[{\"id\":\"a\",\"label\":\"A\",\"key\":\"k\"}]}";
        String a = base.replace("\"A\"", "\"AA\"");
        String b = "{\"id\":\"f\",\"components\":[{\"id\":\"a\",\"label\":\"A\",\"key\":\"kk\"},{\"id\":\"b\"}]}";
        ModelMerge.Merged merged = ModelMerge.of(ModelFile.Kind.FORM, base, a, b);
        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.source().replaceAll("\\s", "")).contains("\"AA\"", "\"kk\"", "{\"id\":\"b\"}");
    }

    private static ModelMerge.Merged merge(String a, String b) {
        return ModelMerge.of(ModelFile.Kind.BPMN, BASE, a, b);
    }
}
