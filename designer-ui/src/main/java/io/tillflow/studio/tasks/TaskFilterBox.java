package io.tillflow.studio.tasks;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.tillflow.studio.tasks.Inbox.Offers;
import io.tillflow.studio.tasks.TaskQuery.Sort;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Narrows and sorts the inbox, and says which groups one works for. */
final class TaskFilterBox extends Div {

    private final Select<String> process = new Select<>();
    private final Select<Priority> priority = new Select<>();
    private final Select<Sort> sort = new Select<>();
    private final Checkbox late = new Checkbox(getTranslation("tasks.filter.late"));
    private final MultiSelectComboBox<String> groups = new MultiSelectComboBox<>();
    private final Map<String, String> processes = new TreeMap<>();
    private final Set<String> known = new TreeSet<>();
    private final Consumer<TaskQuery> asked;
    private TaskQuery shown = TaskQuery.INITIAL;

    TaskFilterBox(Consumer<TaskQuery> asked, Consumer<Set<String>> myGroups) {
        this.asked = asked;
        addClassName("narrow");
        process.setLabel(getTranslation("tasks.filter.process"));
        process.setItemLabelGenerator(it -> it == null ? any() : processes.getOrDefault(it, it));
        choice(process);
        priority.setLabel(getTranslation("tasks.plan.priority"));
        priority.setItemLabelGenerator(it -> it == null
                ? any()
                : getTranslation("tasks.priority." + it.name().toLowerCase(Locale.ROOT)));
        priority.setItems(Priority.values());
        choice(priority);
        sort.setLabel(getTranslation("tasks.filter.sort"));
        sort.setItems(Sort.values());
        sort.setItemLabelGenerator(
                it -> getTranslation("tasks.sort." + it.name().toLowerCase(Locale.ROOT)));
        sort.setValue(Sort.DUE);
        sort.addValueChangeListener(change -> changed(change.isFromClient()));
        late.addValueChangeListener(change -> changed(change.isFromClient()));
        groups.setLabel(getTranslation("tasks.filter.groups"));
        groups.setHelperText(getTranslation("tasks.filter.groups.help"));
        groups.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                myGroups.accept(change.getValue());
            }
        });
        add(process, priority, sort, late, groups);
    }

    private <T> void choice(Select<T> select) {
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(any());
        select.addValueChangeListener(change -> changed(change.isFromClient()));
    }

    private void changed(boolean byHand) {
        if (byHand) {
            asked.accept(new TaskQuery(
                    shown.part(),
                    shown.text(),
                    Optional.ofNullable(process.getValue()),
                    shown.group(),
                    Optional.ofNullable(priority.getValue()),
                    late.getValue(),
                    Objects.requireNonNullElse(sort.getValue(), Sort.DUE)));
        }
    }

    private String any() {
        return getTranslation("instances.filter.any");
    }

    /** Shows what is asked for, and offers what there is; a choice stays although nothing fits it any more. */
    void show(TaskQuery query, Offers offers, Set<String> mine) {
        shown = query;
        boolean news = false;
        for (Map.Entry<String, String> it : offers.processes().entrySet()) {
            news |= processes.put(it.getKey(), it.getValue()) == null;
        }
        if (query.process().isPresent()) {
            news |= processes.putIfAbsent(query.process().get(), query.process().get()) == null;
        }
        news |= known.addAll(offers.groups());
        news |= known.addAll(mine);
        if (news) {
            process.setItems(processes.keySet());
            groups.setItems(known);
        }
        process.setValue(query.process().orElse(null));
        priority.setValue(query.priority().orElse(null));
        sort.setValue(query.sort());
        late.setValue(query.late());
        if (!groups.getValue().equals(mine)) {
            groups.setValue(mine);
        }
    }
}
