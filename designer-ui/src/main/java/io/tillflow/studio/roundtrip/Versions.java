package io.tillflow.studio.roundtrip;

import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Name;
import io.tillflow.studio.markup.Node;
import io.tillflow.studio.markup.Node.Element;
import java.util.HashMap;
import java.util.Map;

/** DMN 1.3, 1.4 and 1.5 differ in their namespaces; the editor speaks 1.3, and a file goes out in the one it came in. */
final class Versions {
    private static final String MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String PICTURE = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
    private static final String FEEL = "https://www.omg.org/spec/DMN/20191111/FEEL/";

    private Versions() {}

    static Markup modern(ModelFile.Kind kind, Markup markup) {
        return kind == ModelFile.Kind.DMN ? renamed(markup, spaces(markup)) : markup;
    }

    /** In the namespaces of the file it came from. */
    static Markup as(Markup original, Markup markup) {
        Map<String, String> back = new HashMap<>();
        spaces(original).forEach((own, common) -> back.put(common, own));
        return back.isEmpty() ? markup : renamed(markup, back);
    }

    private static Map<String, String> spaces(Markup markup) {
        Map<String, String> spaces = new HashMap<>();
        markup.root().all().forEach(element -> {
            add(spaces, element.name().space());
            element.declarations().values().forEach(space -> add(spaces, space));
        });
        return spaces;
    }

    private static void add(Map<String, String> spaces, String space) {
        if (!space.startsWith("https://www.omg.org/spec/DMN/")) {
            return;
        }
        String common = space.endsWith("/MODEL/")
                ? MODEL
                : space.endsWith("/DMNDI/") ? PICTURE : space.endsWith("/FEEL/") ? FEEL : space;
        if (!common.equals(space)) {
            spaces.put(space, common);
        }
    }

    private static Markup renamed(Markup markup, Map<String, String> spaces) {
        return spaces.isEmpty() ? markup : new Markup(markup.before(), renamed(markup.root(), spaces), markup.after());
    }

    private static Element renamed(Element element, Map<String, String> spaces) {
        Element copy = new Element(renamed(element.name(), spaces), element.prefix());
        element.declarations()
                .forEach((prefix, space) -> copy.declarations().put(prefix, spaces.getOrDefault(space, space)));
        element.attributes().forEach((name, value) -> copy.attributes().put(renamed(name, spaces), value));
        element.children()
                .forEach(child ->
                        copy.children().add(child instanceof Element inner ? renamed(inner, spaces) : (Node) child));
        return copy;
    }

    private static Name renamed(Name name, Map<String, String> spaces) {
        return new Name(spaces.getOrDefault(name.space(), name.space()), name.local());
    }
}
