package io.tillflow.studio.models;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.changes.Changes;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.lint.ModelFile;
import java.util.LinkedHashMap;
import java.util.Map;

/** Two versions of a model beside each other: what came, went and changed, on the diagrams and property by property. */
class CompareDialog extends Dialog {
    private static final int MOST = 300;

    CompareDialog(Workbench workbench, Model model, int older, int newer) {
        setHeaderTitle(getTranslation("compare.title", older, newer));
        setWidth("min(1280px, 96vw)");
        setHeight("88vh");
        Changes changes = workbench.changes(model, older, newer);
        Div body = new Div();
        body.addClassName("compare");
        if (model.kind() == ModelFile.Kind.BPMN) {
            Map<String, String> before = new LinkedHashMap<>();
            Map<String, String> after = new LinkedHashMap<>();
            changes.changed().forEach(it -> before.put(it.elementId(), "changed"));
            after.putAll(before);
            changes.removed().forEach(it -> before.put(it.elementId(), "removed"));
            changes.added().forEach(it -> after.put(it.elementId(), "added"));
            body.add(diagram(workbench, model, older, before), diagram(workbench, model, newer, after));
        }
        body.add(list(changes));
        add(body);
        getFooter().add(new Button(getTranslation("close"), click -> close()));
    }

    private Div diagram(Workbench workbench, Model model, int version, Map<String, String> marks) {
        Editor editor = new Editor(model.kind());
        editor.configure(EditorSetup.plain(this));
        editor.load(workbench.source(model.id(), version).orElse(""), true);
        editor.mark(marks);
        Div side = new Div(new H3(getTranslation("model.version", version)), editor);
        side.addClassName("compare-side");
        return side;
    }

    private Div list(Changes changes) {
        Div list = new Div();
        list.addClassName("compare-list");
        if (changes.isEmpty()) {
            list.add(new Span(getTranslation("compare.same")));
        }
        changes.added()
                .forEach(it ->
                        list.add(line(State.COMPLETED, "compare.added", it.elementId(), it.type() + " " + it.name())));
        changes.removed()
                .forEach(it ->
                        list.add(line(State.INCIDENT, "compare.removed", it.elementId(), it.type() + " " + it.name())));
        changes.changed().stream()
                .limit(MOST)
                .forEach(it -> list.add(line(State.DRAFT, "compare.changed", it.elementId(), words(it))));
        return list;
    }

    private String words(Changes.Change change) {
        String place = change.place().isEmpty() ? "" : change.place() + ", ";
        return place + getTranslation("compare.from-to", change.property(), shown(change.from()), shown(change.to()));
    }

    private String shown(String value) {
        return value.isEmpty() ? getTranslation("compare.nothing") : value;
    }

    private Div line(State state, String key, String id, String text) {
        Span where = new Span(id);
        where.addClassName("mono");
        Span what = new Span(text);
        what.addClassName("grow");
        Div line = new Div(new Badge(state, getTranslation(key)), where, what);
        line.addClassNames("row", "compare-line");
        return line;
    }
}
