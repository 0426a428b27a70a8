package io.tillflow.studio.models;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.presence.Presence;
import io.tillflow.studio.security.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes models that nothing needs out of the lists, and brings them back. */
@Service
class Deletions {
    private final Models models;
    private final Shelf shelf;
    private final LiveVersions live;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final CurrentUser user;
    private final TransactionTemplate transaction;

    Deletions(
            Models models,
            Shelf shelf,
            LiveVersions live,
            Audit audit,
            CurrentUser user,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.models = models;
        this.shelf = shelf;
        this.live = live;
        this.events = events;
        this.audit = audit;
        this.user = user;
        this.transaction = transaction;
    }

    /** What keeps the model from being deleted. */
    Deletion.Needed needed(Model model) {
        OptionalInt engine = live.of(model.id())
                .map(it -> OptionalInt.of(it.engineVersion()))
                .orElse(OptionalInt.empty());
        return new Deletion.Needed(engine, shelf.callers(model));
    }

    /** Deletes the model if nothing needs it and this is still its newest version. */
    Deletion delete(Model model) {
        // before the transaction: where there is no history yet, asking it fails, and the transaction with it
        Deletion.Needed needed = needed(model);
        return needed.isNone() ? Objects.requireNonNull(transaction.execute(status -> take(model))) : needed;
    }

    private Deletion take(Model model) {
        if (!models.delete(model.id(), model.version(), user.name())) {
            return new Deletion.Changed();
        }
        audit.record("model.deleted", "model/" + model.id(), Map.of("version", model.version()), null);
        events.publishEvent(new Presence.Changed(model.id()));
        return new Deletion.Done(model);
    }

    /** The model is back with all its versions and drafts; empty when it was not deleted. */
    @Transactional
    Optional<Model> restore(String id) {
        if (!models.restore(id)) {
            return Optional.empty();
        }
        Optional<Model> back = models.byId(id);
        back.ifPresent(it -> audit.record("model.restored", "model/" + id, null, Map.of("version", it.version())));
        events.publishEvent(new Presence.Changed(id));
        return back;
    }

    List<Deleted> all() {
        return models.deleted();
    }

    Optional<Deleted> find(String id) {
        return models.deleted(id).filter(it -> it.model().id().equals(id));
    }
}
