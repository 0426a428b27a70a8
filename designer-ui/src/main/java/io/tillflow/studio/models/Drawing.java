package io.tillflow.studio.models;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.lint.Finding;
import io.tillflow.studio.lint.Lint;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.security.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people draw: drafts that come and go, versions that stay. */
@Service
class Drawing {
    private static final int LONGEST_COMMENT = 500;

    private final Models models;
    private final Lint lint;
    private final Audit audit;
    private final CurrentUser user;

    Drawing(Models models, Lint lint, Audit audit, CurrentUser user) {
        this.models = models;
        this.lint = lint;
        this.audit = audit;
        this.user = user;
    }

    /** Saves the next version after {@code base}; 0 creates the model from its file name. */
    @Transactional
    Saved save(String fileName, int base, String source, String comment) {
        ModelFile file = ModelFile.of(fileName, source);
        List<Finding> unsafe = lint.guard(file);
        if (!unsafe.isEmpty()) {
            return new Saved.Refused(unsafe);
        }
        String name = SourceName.of(file.kind(), file.name(), source);
        Optional<Model> known = models.byFileName(file.name());
        Optional<Deleted> gone = known.isPresent() ? Optional.empty() : models.deleted(file.name());
        if (gone.isPresent()) {
            return new Saved.Gone(
                    gone.get().model().id(), gone.get().by(), gone.get().at());
        }
        return known.map(model -> next(model, base, source, comment, name))
                .orElseGet(() -> create(file, source, comment, name));
    }

    private Saved create(ModelFile file, String source, String comment, String name) {
        String stem = SourceName.stem(file.name()).replaceAll("[^A-Za-z0-9_.-]", "-");
        String id = models.byId(stem).isEmpty() && models.deleted(stem).isEmpty()
                ? stem
                : stem + "." + file.kind().name().toLowerCase(java.util.Locale.ROOT);
        String author = user.name();
        if (!models.add(id, file.kind(), file.name(), name, author)
                || !models.addVersion(id, 0, source, cut(comment), author)) {
            return new Saved.Conflict(1, "");
        }
        audit.record("model.saved", "model/" + id, null, Map.of("version", 1));
        return new Saved.Version(id, 1, true);
    }

    private Saved next(Model model, int base, String source, String comment, String name) {
        if (models.source(model.id(), model.version()).filter(source::equals).isPresent()) {
            models.dropDraft(model.id(), user.name());
            return new Saved.Version(model.id(), model.version(), false);
        }
        if (base != model.version() || !models.addVersion(model.id(), base, source, cut(comment), user.name())) {
            Model newest = models.byId(model.id()).orElse(model);
            return new Saved.Conflict(newest.version(), newest.changedBy());
        }
        models.rename(model.id(), name);
        models.dropDraft(model.id(), user.name());
        audit.record(
                "model.saved",
                "model/" + model.id(),
                Map.of("version", base),
                Map.of("version", base + 1, "comment", cut(comment)));
        return new Saved.Version(model.id(), base + 1, true);
    }

    /** Makes the file's content the newest version, whatever was there before; a deleted model is back with it. */
    @Transactional
    Saved keep(String fileName, String source, String comment) {
        String name = ModelFile.of(fileName, "").name();
        models.deleted(name).map(it -> it.model().id()).filter(models::restore).ifPresent(id -> {
            audit.record("model.restored", "model/" + id, null, null);
        });
        int newest = models.byFileName(name).map(Model::version).orElse(0);
        return save(fileName, newest, source, comment);
    }

    /** Keeps a shipped file as the next version, unless a person has made the model theirs. */
    @Transactional
    Saved ship(String fileName, String source, String comment) {
        Optional<Model> known = models.byFileName(fileName);
        if (known.isPresent() && !known.get().changedBy().equals(user.name())) {
            return new Saved.Version(known.get().id(), known.get().version(), false);
        }
        return save(fileName, known.map(Model::version).orElse(0), source, comment);
    }

    /** Whether it was kept; what is too large is not. What equals the version it was drawn on is no draft. */
    boolean keepDraft(String modelId, int base, String source) {
        if (source.length() > Lint.LARGEST) {
            return false;
        }
        if (models.source(modelId, base).filter(source::equals).isPresent()) {
            models.dropDraft(modelId, user.name());
        } else {
            models.keepDraft(modelId, user.name(), base, source);
        }
        return true;
    }

    private static String cut(String comment) {
        String text = comment.strip();
        return text.length() <= LONGEST_COMMENT ? text : text.substring(0, LONGEST_COMMENT);
    }
}
