package io.tillflow.studio.play;

import io.tillflow.studio.models.Beside;
import org.springframework.stereotype.Service;

/** Scenarios and data to begin with go along to a model that is made of another: what begins the one by its name begins the other. */
@Service
class ScenariosAlong implements Beside {
    private final Scenarios scenarios;
    private final Starts starts;

    ScenariosAlong(Scenarios scenarios, Starts starts) {
        this.scenarios = scenarios;
        this.starts = starts;
    }

    @Override
    public void along(Copy copy) {
        scenarios.of(copy.from()).forEach((name, text) -> scenarios.save(copy.to(), name, own(text, copy)));
        starts.of(copy.from()).forEach((name, text) -> {
            int unused = starts.save(copy.to(), name, own(text, copy));
        });
    }

    private static String own(String text, Copy copy) {
        return Scenarios.begin(text, copy.process(), copy.ownProcess());
    }
}
