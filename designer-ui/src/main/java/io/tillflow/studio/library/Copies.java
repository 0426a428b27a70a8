package io.tillflow.studio.library;

import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Name;
import io.tillflow.studio.markup.Node.Element;
import io.tillflow.studio.models.Saved;
import io.tillflow.studio.models.Shelf;
import io.tillflow.studio.play.Scenarios;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a model of a template: a process of its own, with its scenarios, that uses the same decisions and forms. */
@Service
public class Copies {
    private static final Name ID = new Name("", "id");
    private static final Name NAME = new Name("", "name");
    /** What names a process by its id. */
    private static final List<Name> REFERENCES =
            List.of(new Name("", "bpmnElement"), new Name("", "processRef"), new Name("", "processId"));

    private final Shelf shelf;
    private final Scenarios scenarios;
    private final Templates templates;

    Copies(Shelf shelf, Scenarios scenarios, Templates templates) {
        this.shelf = shelf;
        this.scenarios = scenarios;
        this.templates = templates;
    }

    /** What became of the wish; a conflict when there is a model of that name. */
    @Transactional
    public Saved make(Template template, String name, String comment) {
        String id = idOf(name);
        Saved saved = shelf.save(ModelFile.of(id + ".bpmn", renamed(template, id, name.strip())), 0, comment);
        if (saved instanceof Saved.Version known && !known.changed()) {
            return new Saved.Conflict(known.version(), "");
        }
        if (saved instanceof Saved.Version version) {
            templates
                    .scenarios(template.id())
                    .forEach((file, text) ->
                            scenarios.save(version.modelId(), file, Scenarios.begin(text, template.id(), id)));
        }
        return saved;
    }

    /** The id that a name leads to; empty when it begins with no letter. */
    static String idOf(String name) {
        String id = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (id.isEmpty() || !Character.isLetter(id.charAt(0)) || id.length() > 80) {
            throw new IllegalArgumentException(
                    "A model's name begins with a letter and has at most 80, but not \"" + name + "\".");
        }
        return id;
    }

    private static String renamed(Template template, String id, String name) {
        Markup copy = Markup.parse(template.file().text());
        for (Element element : copy.root().all().toList()) {
            if (element.local().equals("process") && element.id().equals(template.id())) {
                element.attributes().put(ID, id);
                element.attributes().put(NAME, name);
            }
            REFERENCES.forEach(reference ->
                    element.attributes().computeIfPresent(reference, (same, it) -> it.equals(template.id()) ? id : it));
        }
        return copy.write();
    }
}
