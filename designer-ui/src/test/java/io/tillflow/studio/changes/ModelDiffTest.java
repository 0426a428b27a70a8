package io.tillflow.studio.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.studio.Files;
import io.tillflow.studio.lint.ModelFile;
import org.junit.jupiter.api.Test;

class ModelDiffTest {
    private static final String GREET = Files.read("/drawn/greet.bpmn");

    @Test
    void findsNothingBetweenAFileAndItself() {
        assertThat(ModelDiff.between(ModelFile.Kind.BPMN, GREET, GREET).isEmpty())
                .isTrue();
    }

    @Test
    void layoutOfTheFileIsNoDifference() {
        assertThat(ModelDiff.between(
                                ModelFile.Kind.BPMN,
                                GREET,
                                GREET.replace("\n", "\n\n").replace("/>", " />"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void namesTheElementThePropertyAndBothValues() {
        String after = GREET.replace("type=\"messaging.send-email\"", "type=\"messaging.send-sms\"")
                .replace("name=\"Say hello\"", "name=\"Say hi\"");
        Changes changes = ModelDiff.between(ModelFile.Kind.BPMN, GREET, after);
        assertThat(changes.added()).isEmpty();
        assertThat(changes.removed()).isEmpty();
        assertThat(changes.changed())
                .contains(new Changes.Change(
                        "say-hello", "taskDefinition/type", "messaging.send-email", "messaging.send-sms", ""));
    }

    @Test
    void tellsAddedRemovedAndMoved() {
        String after = GREET.replaceFirst("(<bpmn:process[^>]*>)", "$1<bpmn:task id=\"extra\" name=\"Extra\" />")
                .replaceFirst("<dc:Bounds x=\"\\d+\"", "<dc:Bounds x=\"7\"");
        Changes changes = ModelDiff.between(ModelFile.Kind.BPMN, GREET, after);
        assertThat(changes.added()).containsExactly(new Changes.Part("extra", "task", "Extra"));
        assertThat(changes.changed())
                .singleElement()
                .satisfies(it -> assertThat(it.property()).isEqualTo("position"));
        assertThat(ModelDiff.between(ModelFile.Kind.BPMN, after, GREET).removed())
                .hasSize(1);
    }

    @Test
    void comparesTablesCellByCell() {
        String before = Files.read("/foreign/newer.dmn");
        Changes changes = ModelDiff.between(ModelFile.Kind.DMN, before, before.replace("&lt; 5", "&lt; 6"));
        assertThat(changes.changed())
                .containsExactly(new Changes.Change("c1", "text", "< 5", "< 6", "rule r1, input 1"));
    }

    @Test
    void comparesFormsFieldByField() {
        String form = "{\"id\":\"f\",\"components\":[{\"id\":\"a\",\"label\":\"A\"},{\"id\":\"b\",\"label\":\"B\"}]}";
        String after = "{\"id\":\"f\",\"components\":[{\"id\":\"a\",\"label\":\"Z\"},{\"id\":\"c\",\"label\":\"C\"}]}";
        Changes changes = ModelDiff.between(ModelFile.Kind.FORM, form, after);
        assertThat(changes.added()).extracting(Changes.Part::elementId).containsExactly("c");
        assertThat(changes.removed()).extracting(Changes.Part::elementId).containsExactly("b");
        assertThat(changes.changed()).containsExactly(new Changes.Change("a", "label", "A", "Z", ""));
    }
}
