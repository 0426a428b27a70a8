package io.tillflow.studio.tasks;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.tillflow.studio.instances.Amounts;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.instances.TabRow;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.tasks.TaskWork.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/** The inbox: mine, nobody's, all; by due time. */
final class TaskList extends Div {

    enum Part {
        MINE,
        FREE,
        ALL
    }

    private final Clock clock;
    private final String me;
    private final LongConsumer chosen;
    private final TextField search = new TextField();
    private final TabRow<Part> tabs = new TabRow<>(getTranslation("tasks.title"), this::turnTo);
    private final Div rows = new Div();
    private List<Task> tasks = List.of();
    private Part part = Part.FREE;
    private long selected;

    TaskList(Clock clock, String me, LongConsumer chosen) {
        this.clock = clock;
        this.me = me;
        this.chosen = chosen;
        addClassName("lst");
        search.setPlaceholder(getTranslation("tasks.search"));
        search.setAriaLabel(getTranslation("tasks.search"));
        search.setPrefixComponent(new Icon("search"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> fill());
        for (Part it : Part.values()) {
            tabs.add(it, getTranslation("tasks.part." + it.name().toLowerCase(Locale.ROOT)));
        }
        rows.addClassName("rows");
        add(search, tabs, rows);
    }

    private void turnTo(Part wanted) {
        part = wanted;
        fill();
    }

    void show(List<Task> fresh, long selectedKey) {
        tasks = fresh;
        selected = selectedKey;
        fill();
    }

    /** The task to open when none is chosen. */
    long first() {
        return visible().stream().findFirst().map(Task::key).orElse(0L);
    }

    private void fill() {
        tabs.at(part);
        for (Part it : Part.values()) {
            long count = tasks.stream().filter(task -> in(it, task)).count();
            tabs.count(it, count >= TaskWork.MOST ? TaskWork.MOST + "+" : String.valueOf(count));
        }
        rows.removeAll();
        List<Task> visible = visible();
        visible.forEach(it -> rows.add(row(it)));
        if (visible.isEmpty()) {
            boolean none = tasks.isEmpty();
            rows.add(new EmptyState(
                    "inbox",
                    getTranslation(none ? "tasks.none" : "tasks.nomatch"),
                    getTranslation(none ? "tasks.none.text" : "tasks.nomatch.text")));
        }
    }

    private List<Task> visible() {
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        return tasks.stream()
                .filter(it -> in(part, it))
                .filter(it -> matches(it, wanted))
                .toList();
    }

    private boolean in(Part it, Task task) {
        return switch (it) {
            case MINE -> task.claimedBy().filter(me::equals).isPresent();
            case FREE -> task.claimedBy().isEmpty();
            case ALL -> true;
        };
    }

    private static boolean matches(Task task, String wanted) {
        String all = task.name() + " " + task.open().businessKey() + " " + task.process() + " "
                + task.open().candidateGroups();
        return all.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private NativeButton row(Task task) {
        NativeButton row = new NativeButton();
        row.addClassName("t");
        row.setClassName("on", task.key() == selected);
        if (task.key() == selected) {
            row.getElement().setAttribute("aria-current", "true");
        }
        Span first = new Span(Pieces.text(task.name(), "strong", "grow", "cut"), due(task));
        first.addClassName("row");
        Span second = new Span(Pieces.text(task.open().businessKey(), "num"), Pieces.text(whose(task), "grow", "cut"));
        second.addClassNames("row", "meta");
        var total = task.order().path("total");
        if (total.isNumber()) {
            second.add(Pieces.text(
                    Amounts.text(total.asLong(0), task.order().path("currency").asString("EUR"), getLocale()), "num"));
        }
        row.add(first, second);
        row.addClickListener(click -> chosen.accept(task.key()));
        return row;
    }

    private String whose(Task task) {
        return task.claimedBy()
                .map(it -> it.equals(me) ? "" : getTranslation("tasks.has", it))
                .orElse(task.open().candidateGroups().stream()
                        .findFirst()
                        .map(it -> it.replace('-', ' '))
                        .orElse(""));
    }

    private Span due(Task task) {
        if (task.open().due().isEmpty()) {
            Span since = new Span(Pieces.ago(task.open().createdAt()));
            since.addClassName("meta");
            return since;
        }
        return due(task.open().due().get());
    }

    private Span due(Instant due) {
        Duration left = Duration.between(clock.instant(), due);
        boolean late = left.isNegative();
        String time = Times.duration(left.abs());
        Span span = new Span(
                new Icon(late ? "alert" : "clock"), new Span(getTranslation(late ? "tasks.late" : "tasks.due", time)));
        boolean soon = !late && left.toMinutes() < 60;
        span.addClassNames("st", "num", late ? "incident" : soon ? "draft" : "plain");
        span.setTitle(io.tillflow.studio.instances.Texts.exact(due, getLocale()));
        return span;
    }
}
