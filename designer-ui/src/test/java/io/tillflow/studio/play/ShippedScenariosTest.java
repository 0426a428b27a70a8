package io.tillflow.studio.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.studio.lint.ModelFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What ships goes live with green scenarios only; those of the largest process are {@link PlayingTest}'s. */
class ShippedScenariosTest {

    @Test
    void allGoAsTheyShould() throws IOException {
        Map<String, ModelFile> shipped = new LinkedHashMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:/models/**/*.*")) {
            ModelFile model = new ModelFile(String.valueOf(file.getFilename()), file.getContentAsByteArray());
            if (model.kind() != ModelFile.Kind.UNKNOWN) {
                shipped.putIfAbsent(model.name(), model);
            }
        }
        List<String> red = new ArrayList<>();
        int played = 0;
        try (PlayEngine engine = PlayEngine.start()) {
            engine.deploy(List.copyOf(shipped.values()));
            for (ModelFile model : shipped.values()) {
                String id = model.name().replaceFirst("\\.bpmn$", "");
                if (model.kind() == ModelFile.Kind.BPMN && !id.equals("order-fulfilment")) {
                    played += play(engine, id, red);
                }
            }
        }
        assertThat(red).isEmpty();
        assertThat(played).isGreaterThan(15);
    }

    private static int play(PlayEngine engine, String id, List<String> red) {
        Map<String, String> scenarios = Scenarios.shippedWith(id);
        scenarios.forEach((name, text) -> {
            String failure =
                    Playing.play(engine, id, ScenarioFile.read(name, text)).failure();
            if (!failure.isEmpty()) {
                red.add(id + "/" + name + ": " + failure);
            }
        });
        return scenarios.size();
    }
}
