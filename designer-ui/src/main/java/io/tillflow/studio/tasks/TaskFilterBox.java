package io.tillflow.studio.tasks;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.tillflow.studio.tasks.TaskQuery.Part;
import io.tillflow.studio.tasks.TaskQuery.Sort;
import java.util.Collection;
import java.util.List;
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
    private final Runnable changed;

    TaskFilterBox(Runnable changed, Consumer<Set<String>> myGroups) {
        this.changed = changed;
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
        sort.addValueChangeListener(change -> changed.run());
        late.addValueChangeListener(change -> changed.run());
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
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
    }

    private String any() {
        return getTranslation("instances.filter.any");
    }

    /** Offers what there is; a choice stays although nothing fits it any more. */
    void offer(List<Task> tasks, Set<String> mine) {
        boolean news = false;
        for (Task task : tasks) {
            news |= processes.put(task.open().processId(), task.process()) == null;
            news |= known.addAll(task.open().candidateGroups());
        }
        news |= known.addAll(mine);
        if (news) {
            keep(processes.keySet());
            groups.setItems(known);
        }
        if (!groups.getValue().equals(mine)) {
            groups.setValue(mine);
        }
    }

    private void keep(Collection<String> ids) {
        String chosen = process.getValue();
        process.setItems(ids);
        if (chosen != null) {
            process.setValue(chosen);
        }
    }

    TaskQuery query(Part part, String words) {
        return new TaskQuery(
                part,
                words,
                Optional.ofNullable(process.getValue()),
                Optional.empty(),
                Optional.ofNullable(priority.getValue()),
                late.getValue(),
                Objects.requireNonNullElse(sort.getValue(), Sort.DUE));
    }
}
