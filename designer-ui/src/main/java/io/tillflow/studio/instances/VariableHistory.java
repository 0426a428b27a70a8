package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import io.tillflow.engine.history.Facts.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** How a variable came to its value: what each change made of the value before, newest first. */
final class VariableHistory extends NativeDetails {

    private static final int MOST = 100;
    private static final int LONGEST = 300;

    /**
     * Draws it.
     *
     * @param values all values the variable had, oldest first
     */
    VariableHistory(List<Variable> values) {
        setSummaryText(getTranslation("instances.variable.changes", values.size()));
        addClassName("more");
        List<ListItem> lines = new ArrayList<>();
        for (int i = Math.max(0, values.size() - MOST); i < values.size(); i++) {
            Variable now = values.get(i);
            List<String> made = i == 0
                    ? List.of(getTranslation("instances.variable.first", cut(now.value())))
                    : differences(values.get(i - 1).value(), now.value());
            lines.addFirst(line(now, made.isEmpty() ? List.of(getTranslation("instances.variable.same")) : made));
        }
        UnorderedList list = new UnorderedList(lines.toArray(ListItem[]::new));
        list.addClassName("moments");
        setContent(list);
    }

    private ListItem line(Variable value, List<String> made) {
        Element time = new Element("time");
        time.setText(Texts.clock(value.updatedAt()));
        time.setAttribute("title", Texts.exact(value.updatedAt(), getLocale()));
        ListItem line = new ListItem();
        line.getElement().appendChild(time);
        line.add(new Span());
        UnorderedList said = new UnorderedList();
        made.forEach(it -> said.add(new ListItem(Pieces.text(it, "mono"))));
        line.add(said);
        return line;
    }

    /** What is other than before: part by part for objects, otherwise the whole. */
    static List<String> differences(JsonNode before, JsonNode after) {
        if (!before.isObject() || !after.isObject()) {
            return before.equals(after) ? List.of() : List.of(cut(before) + " → " + cut(after));
        }
        Set<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        return names.stream()
                .filter(it -> !before.path(it).equals(after.path(it)))
                .map(it -> it + ": " + cut(before.path(it)) + " → " + cut(after.path(it)))
                .toList();
    }

    private static String cut(JsonNode value) {
        String text = value.isMissingNode() ? "–" : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
