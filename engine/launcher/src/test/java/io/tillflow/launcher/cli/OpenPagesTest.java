package io.tillflow.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OpenPagesTest {
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void namesThePagesWithSomethingToFillInAndIsStillWell() {
        Diagnosis.Check check = OpenPages.of(json.readTree("""
                [{"page":"imprint","language":"en","open":[]},{"page":"delivery","language":"en","open":[]},
                 {"page":"imprint","language":"de","open":["name"]}]"""));
        assertThat(check.ok()).isTrue();
        assertThat(check.detail()).contains("imprint (de)").doesNotContain("delivery", "(en)");
        assertThat(check.remedy()).contains("studio");
    }

    @Test
    void saysNothingIsLeftOnlyWhenItWasTold() {
        assertThat(OpenPages.of(json.readTree("[{\"page\":\"imprint\",\"open\":[]}]"))
                        .remedy())
                .isNull();
        assertThat(OpenPages.of(json.readTree("{\"status\":503}")).ok()).isFalse();
    }
}
