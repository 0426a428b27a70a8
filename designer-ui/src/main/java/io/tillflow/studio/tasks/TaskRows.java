package io.tillflow.studio.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The inbox's rows, one for each task: a row stays the same while its task is there, so a press or the focus on it is not lost. */
final class TaskRows extends Div {
    private final LongConsumer chosen;
    private final Map<Long, Row> shown = new HashMap<>();
    private @Nullable Component below;

    /** @param chosen hears which task was pressed */
    TaskRows(LongConsumer chosen) {
        this.chosen = chosen;
        addClassName("rows");
    }

    /** A task's button; what it says changes only when it says something else. */
    private static final class Row extends NativeButton {
        private String said = "";

        private Row() {
            addClassName("t");
        }

        private void say(List<Span> lines) {
            String saying =
                    lines.stream().map(it -> it.getElement().getOuterHTML()).collect(Collectors.joining());
            if (!saying.equals(said)) {
                said = saying;
                removeAll();
                lines.forEach(this::add);
            }
        }

        private void open(boolean yes) {
            setClassName("on", yes);
            if (yes) {
                getElement().setAttribute("aria-current", "true");
            } else {
                getElement().removeAttribute("aria-current");
            }
        }
    }

    /** Shows these tasks in this order. */
    void show(List<Long> keys, long open, LongFunction<List<Span>> lines) {
        Set<Long> wanted = Set.copyOf(keys);
        if (below != null) {
            remove(below);
            below = null;
        }
        shown.entrySet().removeIf(it -> {
            boolean gone = !wanted.contains(it.getKey());
            if (gone) {
                remove(it.getValue());
            }
            return gone;
        });
        for (int i = 0; i < keys.size(); i++) {
            long key = keys.get(i);
            Row row = shown.computeIfAbsent(key, this::row);
            row.say(lines.apply(key));
            row.open(key == open);
            if (i >= getComponentCount() || getComponentAt(i) != row) {
                addComponentAtIndex(i, row);
            }
        }
    }

    /** Says something below them, until they are shown again. */
    void end(Component words) {
        below = words;
        add(words);
    }

    private Row row(long key) {
        Row row = new Row();
        row.addClickListener(click -> chosen.accept(key));
        return row;
    }
}
