package io.tillflow.studio.models;

import io.tillflow.studio.lint.ModelFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes another model of what is drawn of one, and gives it what lies beside that: scenarios, data to begin with, cases. */
@Service
class Copying {
    private final Drawing drawing;
    private final List<Beside> beside;

    Copying(Drawing drawing, List<Beside> beside) {
        this.drawing = drawing;
        this.beside = beside;
    }

    /** All of it or nothing; refused without findings when the name begins with no letter. */
    @Transactional
    Saved make(Model model, String source, String name) {
        Optional<String> id = Renaming.idOf(name);
        if (id.isEmpty()) {
            return new Saved.Refused(List.of());
        }
        String fileName = id.get() + "." + model.kind().name().toLowerCase(Locale.ROOT);
        String copy = Renaming.of(model.kind(), source, id.get(), name.strip());
        Saved saved = drawing.save(fileName, 0, copy, "");
        if (!(saved instanceof Saved.Version made)) {
            return saved;
        }
        if (!made.changed()) {
            return new Saved.Conflict(made.version(), "");
        }
        Beside.Copy all = new Beside.Copy(
                model.id(),
                Renaming.processOf(model.kind(), source),
                made.modelId(),
                id.get(),
                ModelFile.of(fileName, copy));
        beside.forEach(it -> it.along(all));
        return saved;
    }
}
