package io.tillflow.studio.play;

import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Lends a sandbox engine with everything a model needs on it, to one at a time: each is a JVM of its own. */
@Service
public class Plays {
    private static final int LOOK_AROUND_SECONDS = 5;

    private final Shelf shelf;
    private final Semaphore free = new Semaphore(1, true);

    Plays(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Plays one scenario of a model; decisions, forms and called processes come from the given files, then from the studio. */
    public Played play(Playable model, List<ModelFile> others, Scenario scenario) {
        return on(model, others, engine -> Playing.play(engine, model.processId(), scenario));
    }

    /** Does something with an engine that the model and its companions are deployed on. */
    public <T> T on(Playable model, List<ModelFile> others, Function<PlayEngine, T> work) {
        return on(model, others, () -> false, work);
    }

    /** @param over whether nobody wants it any more, while its turn has not come; then a {@link CancellationException} says so */
    <T> T on(Playable model, List<ModelFile> others, BooleanSupplier over, Function<PlayEngine, T> work) {
        await(over);
        try (PlayEngine engine = PlayEngine.start()) {
            engine.deploy(files(model.file(), others));
            return work.apply(engine);
        } finally {
            free.release();
        }
    }

    private void await(BooleanSupplier over) {
        try {
            boolean ours = false;
            while (!ours) {
                if (over.getAsBoolean()) {
                    throw new CancellationException("nobody waits for it any more");
                }
                ours = free.tryAcquire(LOOK_AROUND_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the studio ends");
        }
    }

    void with(Playable model, List<ModelFile> others, Consumer<PlayEngine> work) {
        Boolean unused = on(model, others, engine -> {
            work.accept(engine);
            return true;
        });
    }

    List<ModelFile> files(ModelFile model, List<ModelFile> others) {
        List<ModelFile> given = new ArrayList<>(List.of(model));
        given.addAll(others);
        given.addAll(shelf.companions(given));
        return given;
    }
}
