package io.tillflow.studio.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.studio.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"late-parcel-awaited", "provider-down", "declined-and-paid", "abroad", "cancelled-in-line"})
    void whatIsWrittenReadsAsTheSame(String name) {
        Scenario shipped =
                ScenarioFile.read(name, Files.read("/models/orders/order-fulfilment.scenarios/" + name + ".yaml"));
        assertThat(ScenarioFile.read(name, ScenarioText.of(shipped))).isEqualTo(shipped);
    }

    @Test
    void namesThatMeanSomethingElseInYamlKeepTheirMeaning() {
        Scenario odd = ScenarioFile.read(
                "odd",
                "{\"name\": \"# no: comment\", \"steps\": [{\"task\": \"yes\"}, {\"retry\": \"null\"},"
                        + " {\"expect\": {\"path\": [\"on\", \"12\", \"a\"], \"ended\": \"off\"}}]}");
        assertThat(ScenarioFile.read("odd", ScenarioText.of(odd))).isEqualTo(odd);
        assertThat(List.of(ScenarioText.of(odd).split("\n"))).contains("  - task: \"yes\"");
    }

    @Test
    void aTitleBecomesAFileName() {
        assertThat(Keeping.fileName("  Späte Lieferung, 2. Versuch! ")).isEqualTo("sp-te-lieferung-2-versuch");
    }
}
