package io.tillflow.studio.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.studio.lint.ModelFile.Kind;
import io.tillflow.studio.markup.Markup;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BlankTest {
    private static final String NAME = "Gift \"A\" <b>& Bob's</b>";

    @Test
    void aNameIsKeptAsItIsTyped() {
        Markup process = Markup.parse(Blank.of(Kind.BPMN, "gift", NAME));
        assertThat(process.element("gift").attribute("name")).isEqualTo(NAME);
        Markup decision = Markup.parse(Blank.of(Kind.DMN, "gift", NAME));
        assertThat(decision.element("gift").attribute("name")).isEqualTo(NAME);
        assertThat(new JsonMapper().readTree(Blank.of(Kind.FORM, "gift", NAME)).toString())
                .contains("Gift \\\"A\\\" <b>& Bob's</b>");
    }
}
