package io.tillflow.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProcessModelsTest {

    @Test
    void readsNamesAndOrder() throws IOException {
        ProcessModel model = ProcessModels.parse(resource("review.bpmn"));
        assertThat(model.title()).isEqualTo("Review an order");
        assertThat(model.inOrder())
                .extracting(ProcessModel.Element::label)
                .containsExactly("Review asked", "Review order", "Accepted?", "Accepted", "Refused");
        assertThat(model.label("review-order")).isEqualTo("Review order");
        assertThat(model.label("gone")).isEqualTo("gone");
        assertThat(model.flows()).extracting(ProcessModel.Flow::name).contains("Yes", "No");
    }

    @Test
    void readsAnElementWithoutANameByItsId() throws IOException {
        assertThat(ProcessModels.parse(resource("charge.bpmn")).label("amount-due"))
                .isEqualTo("amount due");
    }

    @Test
    void followsNoEntity() {
        String hostile = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
        assertThatThrownBy(() -> ProcessModels.parse(hostile)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String resource(String name) throws IOException {
        try (var file = Objects.requireNonNull(ProcessModelsTest.class.getResourceAsStream("/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
