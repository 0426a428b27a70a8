package io.tillflow.studio.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import io.tillflow.studio.instances.Amounts;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.instances.TabRow;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.tasks.InboxStore.Counts;
import io.tillflow.studio.tasks.TaskDesk.Listing;
import io.tillflow.studio.tasks.TaskQuery.Part;
import java.text.NumberFormat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The inbox: mine, my groups', all; with live counts. */
final class TaskList extends Div {

    private final Clock clock;
    private final String me;
    private final LongConsumer chosen;
    private final TextField search = new TextField();
    private final TabRow<Part> tabs = new TabRow<>(getTranslation("tasks.title"), this::turnTo);
    private final TaskFilterBox filter;
    private final Div rows = new Div();
    private final Consumer<TaskQuery> asked;
    private final NativeButton filterButton = Pieces.button("", "filter", this::turnFilter, "ghost", "ic", "sm");
    private TaskQuery query = TaskQuery.INITIAL;
    private List<Task> tasks = List.of();
    private long selected;

    /** @param asked hears what else is to be shown */
    TaskList(Clock clock, String me, LongConsumer chosen, Consumer<TaskQuery> asked, Consumer<Set<String>> myGroups) {
        this.clock = clock;
        this.me = me;
        this.chosen = chosen;
        this.asked = asked;
        this.filter = new TaskFilterBox(asked, myGroups);
        rows.addClassName("rows");
        addClassName("lst");
        filter.setVisible(false);
        search.setPlaceholder(getTranslation("tasks.search"));
        search.setAriaLabel(getTranslation("tasks.search"));
        search.setPrefixComponent(new Icon("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                asked.accept(query.about(change.getValue().strip()));
            }
        });
        for (Part it : Part.values()) {
            tabs.add(it, getTranslation("tasks.part." + it.name().toLowerCase(Locale.ROOT)));
        }
        add(search, filter, tabs, rows, keys());
    }

    /** Shows or hides what narrows the list; the button says which. */
    NativeButton filterButton() {
        filterButton.setAriaLabel(getTranslation("tasks.filter"));
        filterButton.getElement().setAttribute("aria-expanded", String.valueOf(filter.isVisible()));
        return filterButton;
    }

    private void turnFilter() {
        open(!filter.isVisible());
    }

    private void open(boolean visible) {
        filter.setVisible(visible);
        filterButton.getElement().setAttribute("aria-expanded", String.valueOf(visible));
    }

    private void turnTo(Part wanted) {
        asked.accept(query.in(wanted));
    }

    void show(Listing listing, long selectedKey) {
        query = listing.query();
        tasks = listing.tasks();
        selected = selectedKey;
        search.setValue(query.text());
        filter.show(query, listing.offers(), listing.groups());
        if (query.filtered()) {
            open(true);
        }
        fill(listing.counts());
    }

    void search() {
        search.focus();
    }

    /** Opens the task so many rows further down, or the first. */
    void move(int by) {
        if (tasks.isEmpty()) {
            return;
        }
        int at = tasks.stream().map(Task::key).toList().indexOf(selected);
        int next = at < 0 ? 0 : Math.clamp((long) at + by, 0, tasks.size() - 1);
        chosen.accept(tasks.get(next).key());
        rows.getElement()
                .executeJs("setTimeout(() => this.querySelector('.on')?.scrollIntoView({block: 'nearest'}), 150)");
    }

    private void fill(Counts counts) {
        tabs.at(query.part());
        for (Part it : Part.values()) {
            tabs.count(it, number(counts.in(it)));
        }
        List<Component> drawn = new ArrayList<>();
        tasks.forEach(it -> drawn.add(row(it)));
        long more = counts.in(query.part()) - tasks.size();
        if (tasks.isEmpty()) {
            boolean none = counts.all() == 0 && query.text().isEmpty() && !query.filtered();
            drawn.add(new EmptyState(
                    "inbox",
                    getTranslation(none ? "tasks.none" : "tasks.nomatch"),
                    getTranslation(none ? "tasks.none.text" : "tasks.nomatch.text")));
        } else if (more > 0) {
            drawn.add(Pieces.block(getTranslation("tasks.more", number(more)), "meta", "more"));
        }
        Redraw.in(rows, drawn);
    }

    private String number(long value) {
        return NumberFormat.getIntegerInstance(getLocale()).format(value);
    }

    private NativeButton row(Task task) {
        NativeButton row = Redraw.keyed(Redraw.press(new NativeButton(), () -> chosen.accept(task.key())), task.key());
        row.addClassName("t");
        if (task.key() == selected) {
            row.addClassName("on");
            row.getElement().setAttribute("aria-current", "true");
        }
        lines(task).forEach(row::add);
        return row;
    }

    private List<Span> lines(Task task) {
        Span first = new Span(Pieces.text(task.name(), "strong", "grow", "cut"));
        if (task.plan().priority().compareTo(Priority.NORMAL) > 0) {
            first.add(DueMark.priority(this, task.plan().priority()));
        }
        first.add(DueMark.of(this, task, clock));
        first.addClassName("row");
        Span second = new Span(Pieces.text(task.open().businessKey(), "num"), Pieces.text(whose(task), "grow", "cut"));
        second.addClassNames("row", "meta");
        var total = task.order().path("total");
        if (total.isNumber()) {
            second.add(Pieces.text(
                    Amounts.text(total.asLong(0), task.order().path("currency").asString("EUR"), getLocale()), "num"));
        }
        return List.of(first, second);
    }

    private String whose(Task task) {
        return task.claimedBy()
                .map(it -> it.equals(me) ? "" : getTranslation("tasks.has", it))
                .orElse(task.open().candidateGroups().stream()
                        .findFirst()
                        .map(it -> it.replace('-', ' '))
                        .orElse(""));
    }

    private Div keys() {
        Div keys = new Div();
        keys.addClassNames("keys", "meta", "hide-s");
        key(keys, "tasks.key.move", "J", "K");
        key(keys, "tasks.key.claim", "C");
        key(keys, "tasks.key.complete", "Ctrl ↵");
        return keys;
    }

    private void key(Div keys, String meaning, String... names) {
        Span span = new Span();
        for (String name : names) {
            span.getElement().appendChild(new Element("kbd").setText(name));
        }
        span.add(new Span(getTranslation(meaning)));
        keys.add(span);
    }
}
