package io.tillflow.studio.play.page;

import io.tillflow.studio.play.Example;
import io.tillflow.studio.play.StartFile;
import io.tillflow.studio.play.Starts;
import io.tillflow.studio.play.Step;

/** Keeps what a play of one model begins with. */
record StartDesk(Starts starts, String modelId) {

    /** Answers how the example is known from now on. */
    String keep(String title, Step.Start start) {
        return Example.SAVED + starts.keep(modelId, new StartFile(title.strip(), start));
    }

    void remove(Example example) {
        boolean unused = starts.remove(modelId, example.id().substring(Example.SAVED.length()));
    }
}
