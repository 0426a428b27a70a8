package io.tillflow.studio.play;

import io.tillflow.studio.lint.ModelFile;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** Makes a scenario of what was played: it is played once more on a fresh engine, and kept when everything happens again. */
@Service
public class Keeping {
    private static final int LONGEST = 80;

    private final Plays plays;
    private final Scenarios scenarios;

    Keeping(Plays plays, Scenarios scenarios) {
        this.plays = plays;
        this.scenarios = scenarios;
    }

    /** The text of the scenario, after it was played again. */
    public String proven(PlaySession session, String title) {
        if (title.isBlank()) {
            throw new ScenarioRefused("A scenario needs a name.");
        }
        Scenario scenario = session.recorded(title.strip());
        PlaySession.Subject subject = session.subject();
        List<ModelFile> others = subject.files().stream()
                .filter(it -> !it.name().equals(subject.playable().file().name()))
                .toList();
        Played again = plays.play(subject.playable(), others, scenario);
        if (!again.passed()) {
            throw new ScenarioRefused("Played again it went otherwise, so it was not kept: " + again.failure());
        }
        return ScenarioText.of(scenario);
    }

    /** Keeps the text under a file name made of the title; answers that name. */
    public String keep(String modelId, String title, String text) {
        String name = fileName(title);
        scenarios.save(modelId, name, text);
        return name;
    }

    static String fileName(String title) {
        String name = title.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (name.isEmpty()) {
            throw new ScenarioRefused("A scenario's name needs letters or digits, but it is \"" + title + "\".");
        }
        return name.substring(0, Math.min(name.length(), LONGEST)).replaceAll("-$", "");
    }
}
