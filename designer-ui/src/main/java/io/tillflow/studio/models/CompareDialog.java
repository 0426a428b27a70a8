package io.tillflow.studio.models;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.tillflow.studio.changes.Changes;
import io.tillflow.studio.changes.ModelDiff;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.lint.ModelFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two drawings of a model beside each other: what came, went and changed, on the diagrams and property by property. */
class CompareDialog extends Dialog {
    private static final int MOST = 300;

    private final transient Workbench workbench;
    private final transient Model model;
    private final Div body = new Div();

    /** One of the two, as it is called and written. */
    record Side(String title, String source) {}

    private CompareDialog(Workbench workbench, Model model) {
        this.workbench = workbench;
        this.model = model;
        setWidth("min(1280px, 96vw)");
        setHeight("88vh");
        body.addClassName("compare");
        add(body);
        getFooter().add(new Button(getTranslation("close"), click -> close()));
    }

    /** Two saved versions; any other two can be chosen. */
    static CompareDialog versions(Workbench workbench, Model model, int older, int newer) {
        CompareDialog dialog = new CompareDialog(workbench, model);
        dialog.setHeaderTitle(dialog.getTranslation("compare.title", model.name()));
        List<Integer> all = workbench.versions(model.id()).stream()
                .map(ModelVersion::version)
                .toList();
        Select<Integer> from = dialog.choice("compare.older", all, older);
        Select<Integer> to = dialog.choice("compare.newer", all, newer);
        from.addValueChangeListener(chosen -> dialog.show(from.getValue(), to.getValue()));
        to.addValueChangeListener(chosen -> dialog.show(from.getValue(), to.getValue()));
        dialog.getHeader().add(from, to);
        dialog.show(older, newer);
        return dialog;
    }

    /** What is live, and what would be. */
    static CompareDialog of(Workbench workbench, Model model, Side before, Side after) {
        CompareDialog dialog = new CompareDialog(workbench, model);
        dialog.setHeaderTitle(dialog.getTranslation("compare.title", model.name()));
        dialog.show(before, after);
        return dialog;
    }

    private Select<Integer> choice(String key, List<Integer> versions, int chosen) {
        Select<Integer> choice = new Select<>();
        choice.setItems(versions);
        choice.setItemLabelGenerator(it -> getTranslation("model.version", it));
        choice.setValue(chosen);
        choice.setAriaLabel(getTranslation(key));
        choice.addClassName("compare-choice");
        return choice;
    }

    private void show(int older, int newer) {
        show(side(older), side(newer));
    }

    private Side side(int version) {
        return new Side(
                getTranslation("model.version", version),
                workbench.source(model.id(), version).orElse(""));
    }

    private void show(Side before, Side after) {
        Changes changes = ModelDiff.between(model.kind(), before.source(), after.source());
        body.removeAll();
        if (model.kind() == ModelFile.Kind.BPMN) {
            Map<String, String> old = new LinkedHashMap<>();
            changes.changed().forEach(it -> old.put(it.elementId(), "changed"));
            Map<String, String> now = new LinkedHashMap<>(old);
            changes.removed().forEach(it -> old.put(it.elementId(), "removed"));
            changes.added().forEach(it -> now.put(it.elementId(), "added"));
            body.add(diagram(before, old), diagram(after, now));
        }
        body.add(list(changes));
    }

    private Div diagram(Side drawn, Map<String, String> marks) {
        Editor editor = new Editor(model.kind());
        editor.configure(EditorSetup.plain(this, List.of()));
        editor.load(drawn.source(), true);
        editor.mark(marks);
        Div side = new Div(new H3(drawn.title()), editor);
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
