package io.tillflow.studio.models;

import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Name;
import io.tillflow.studio.markup.Node.Element;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes another model of a drawing: what it is known by becomes new, everything in it stays. */
final class Renaming {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Name ID = new Name("", "id");
    private static final Name NAME = new Name("", "name");
    /** What names a process or a decision by its id. */
    private static final List<Name> REFERENCES =
            List.of(new Name("", "bpmnElement"), new Name("", "processRef"), new Name("", "processId"));

    private Renaming() {}

    /** The id that a name leads to; empty when it begins with no letter. */
    static Optional<String> idOf(String name) {
        String id = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return id.isEmpty() || !Character.isLetter(id.charAt(0)) ? Optional.empty() : Optional.of(id);
    }

    static String of(ModelFile.Kind kind, String source, String id, String name) {
        return switch (kind) {
            case BPMN -> process(source, id, name);
            case DMN -> definitions(source, id, name);
            case FORM, UNKNOWN -> form(source, id);
        };
    }

    /** What its process is called; empty where it has none. */
    static String processOf(ModelFile.Kind kind, String source) {
        return kind == ModelFile.Kind.BPMN ? process(Markup.parse(source)).id() : "";
    }

    private static Element process(Markup model) {
        return model.root()
                .all()
                .filter(it -> it.local().equals("process"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected a process in the model"));
    }

    private static String process(String source, String id, String name) {
        Markup copy = Markup.parse(source);
        Element process = process(copy);
        String former = process.id();
        process.attributes().put(ID, id);
        process.attributes().put(NAME, name);
        copy.root()
                .all()
                .forEach(element -> REFERENCES.forEach(reference ->
                        element.attributes().computeIfPresent(reference, (same, it) -> it.equals(former) ? id : it)));
        return copy.write();
    }

    private static String definitions(String source, String id, String name) {
        Markup copy = Markup.parse(source);
        Map<Name, String> attributes = copy.root().attributes();
        attributes.put(ID, id);
        attributes.put(NAME, name);
        return copy.write();
    }

    private static String form(String source, String id) {
        ObjectNode form = JSON.readTree(source).asObject();
        form.put("id", id);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(form) + "\n";
    }
}
