package io.tillflow.studio.models;

import com.vaadin.flow.component.Component;
import io.tillflow.engine.Deployment;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.repair.Batch;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What became of a deployment, and of what ran before and was to go along.
 *
 * @param batch that takes it along; null where nothing was to
 * @param failure why it does not; null where it does
 */
record Sent(
        Outcome outcome, @Nullable Batch batch, @Nullable String failure) {

    /** @param along the process whose instances are to go along; empty for none */
    static Sent of(Outcome outcome, String along, Function<Deployment.Deployed, Batch> take) {
        Optional<Deployment.Deployed> process = outcome instanceof Outcome.Deployed done
                ? done.deployed().stream().filter(it -> it.id().equals(along)).findFirst()
                : Optional.empty();
        if (process.isEmpty()) {
            return new Sent(outcome, null, null);
        }
        try {
            return new Sent(outcome, take.apply(process.get()), null);
        } catch (RuntimeException failed) {
            return new Sent(outcome, null, String.valueOf(failed.getMessage()));
        }
    }

    void tell(Component page) {
        if (batch != null) {
            Notices.done(page.getTranslation("deploy.along.begun", batch.total(), batch.id()));
        }
        if (failure != null) {
            Notices.failed(page.getTranslation("deploy.along.failed", failure));
        }
    }
}
