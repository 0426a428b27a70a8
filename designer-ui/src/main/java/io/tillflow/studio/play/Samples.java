package io.tillflow.studio.play;

import io.tillflow.studio.lint.ModelFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Which data a scenario has at each element: it is played once, and remembered until the model or the scenario changes. */
@Service
public class Samples {
    private static final int MOST_REMEMBERED = 20;

    private final Plays plays;
    private final Examples examples;
    private final Map<Question, Map<String, Sample>> remembered = Collections.synchronizedMap(new LinkedHashMap<>());

    private record Question(String source, Scenario scenario) {}

    Samples(Plays plays, Examples examples) {
        this.plays = plays;
        this.examples = examples;
    }

    /** By element, as far as the scenario went. */
    public Map<String, Sample> of(String modelId, ModelFile file, String scenarioName) {
        Scenario scenario = examples.scenarios(modelId).get(scenarioName);
        if (scenario == null) {
            throw new ScenarioRefused("There is no scenario " + scenarioName + " of " + modelId + ".");
        }
        Playable model = Playable.of(file);
        if (!model.tooNew().isEmpty()) {
            throw new ScenarioRefused(model.tooNew());
        }
        Question key = new Question(file.text(), scenario);
        Map<String, Sample> known = remembered.get(key);
        if (known != null) {
            return known;
        }
        Map<String, Sample> samples = plays.on(model, List.of(), engine -> {
            int from = engine.settled().size();
            Played unused = Playing.play(engine, model.processId(), scenario);
            List<Event> log = engine.settled();
            return SampleLog.of(log.subList(from, log.size()), model.processId());
        });
        remember(key, samples);
        return samples;
    }

    private void remember(Question key, Map<String, Sample> samples) {
        synchronized (remembered) {
            remembered.put(key, samples);
            while (remembered.size() > MOST_REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
    }
}
