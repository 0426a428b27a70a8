package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.history.Facts.Variable;
import io.tillflow.engine.history.Recording.Change;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Redraw;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The variables by scope, each with its history; who may operate can change them. */
final class VariablesTab extends Div {

    private final boolean mayEdit;
    private final Consumer<Variable> edit;
    private final Function<Story, List<Change>> changes;
    private boolean editable;

    private record Name(long scopeKey, String name) {
        static Name of(Variable variable) {
            return new Name(variable.scopeKey(), variable.name());
        }
    }

    VariablesTab(boolean mayEdit, Consumer<Variable> edit, Function<Story, List<Change>> changes) {
        this.mayEdit = mayEdit;
        this.edit = edit;
        this.changes = changes;
    }

    void show(Story story) {
        editable = mayEdit && story.asOf().isEmpty();
        List<Variable> variables = story.facts().variables();
        List<Section> drawn = new ArrayList<>();
        if (variables.isEmpty()) {
            drawn.add(new Section("", Pieces.text(getTranslation("instances.variables.none"), "meta")));
        }
        Map<Long, List<Variable>> byScope = variables.stream()
                .collect(Collectors.groupingBy(Variable::scopeKey, java.util.LinkedHashMap::new, Collectors.toList()));
        Map<Name, List<Variable>> past = variables.isEmpty() ? Map.of() : past(story);
        byScope.forEach((scope, own) ->
                drawn.add(Redraw.keyed(new Section(heading(story, scope), list(own, past)), scope)));
        Redraw.in(this, drawn);
    }

    private String heading(Story story, long scope) {
        if (scope == story.facts().instance().key()) {
            return getTranslation("instances.variables.all");
        }
        return story.facts().elements().stream()
                .filter(it -> it.key() == scope)
                .map(Element::elementId)
                .map(story.model()::label)
                .findFirst()
                .orElse(String.valueOf(scope));
    }

    /** Some of an instance's variables, each with how it came to its value. */
    UnorderedList list(Story story, List<Variable> variables) {
        return list(variables, past(story));
    }

    private Map<Name, List<Variable>> past(Story story) {
        return changes.apply(story).stream().map(Change::variable).collect(Collectors.groupingBy(Name::of));
    }

    private UnorderedList list(List<Variable> variables, Map<Name, List<Variable>> past) {
        UnorderedList list = new UnorderedList();
        list.addClassName("vars");
        variables.forEach(it -> list.add(item(it, past.getOrDefault(Name.of(it), List.of()))));
        return list;
    }

    private ListItem item(Variable variable, List<Variable> past) {
        Span name = Pieces.text(variable.name(), "strong", "grow");
        Span when = new Span(Pieces.ago(variable.updatedAt()));
        when.addClassName("meta");
        Div head = new Div(name, when);
        head.addClassName("row");
        if (editable) {
            NativeButton change = Pieces.button("", "pencil", () -> edit.accept(variable), "ghost", "ic", "sm");
            change.setAriaLabel(getTranslation("instances.variable.change", variable.name()));
            head.add(change);
        }
        ListItem item = new ListItem(head, new Code(Json.pretty(variable.value())));
        if (past.size() > 1) {
            item.add(new VariableHistory(past));
        }
        return Redraw.keyed(item, variable.name());
    }
}
