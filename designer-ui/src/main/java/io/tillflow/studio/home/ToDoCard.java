package io.tillflow.studio.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import io.tillflow.engine.history.InstanceRow.Money;
import io.tillflow.studio.home.ControlCentre.Picture;
import io.tillflow.studio.instances.Amounts;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.instances.Rows.Place;
import io.tillflow.studio.instances.Rows.Row;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.tasks.Task;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/** What asks for somebody now: failed steps with what is at stake, then the most pressing tasks. */
final class ToDoCard extends Div {

    private final Span figure = new Span();
    private final Div entries = new Div();

    ToDoCard() {
        addClassNames("card", "todo");
        figure.addClassName("meta");
        add(new Header(new H2(getTranslation("home.todo")), figure), entries);
    }

    void show(Picture picture) {
        List<Div> drawn = new ArrayList<>();
        picture.failing().forEach(it -> drawn.add(failed(it)));
        picture.tasks().forEach(it -> drawn.add(task(it)));
        if (picture.late().value() > picture.failing().size()) {
            drawn.add(more(
                    "instances?state=incident",
                    getTranslation("home.todo.failing", number(picture.late().value()))));
        }
        if (picture.inbox().open() > picture.tasks().size()) {
            drawn.add(more(
                    "tasks",
                    getTranslation("home.todo.tasks", number(picture.inbox().open()))));
        }
        long all = picture.late().value() + picture.inbox().open();
        figure.setText(all == 0 ? "" : number(all));
        if (all == 0) {
            drawn.add(new EmptyState("check", getTranslation("home.todo.none"), getTranslation("home.todo.none.text")));
        }
        Redraw.in(entries, drawn);
    }

    private Div failed(Row row) {
        String order = row.facts().instance().businessKey();
        String step = row.places().stream()
                .filter(Place::failed)
                .map(Place::label)
                .findFirst()
                .orElse(row.process());
        Span kind = new Span(Icon.small("alert"), new Span(getTranslation("home.todo.incident")));
        kind.addClassNames("st", "incident", "grow");
        Div meta = new Div(kind);
        row.places().stream()
                .filter(Place::failed)
                .findFirst()
                .ifPresent(it -> meta.add(new Span(Pieces.since(it.since()))));
        meta.addClassNames("row", "meta", "num");
        Div title = new Div(new H3(getTranslation("home.todo.failed", step)));
        Span stake = new Span(order.isEmpty() ? row.process() : order);
        stake.addClassNames("eff", "grow", "num");
        Money money = row.facts().stake().orElse(null);
        if (money != null) {
            stake.add(new Span(", "
                    + getTranslation("home.todo.stake", Amounts.text(money.minor(), money.currency(), getLocale()))));
        }
        var link = Pieces.instanceLink(row.facts().instance().key(), getTranslation("home.todo.look"));
        link.addClassNames("btn", "sm");
        Div act = new Div(stake, link);
        act.addClassNames("row", "act");
        return entry(meta, title, act);
    }

    private Div task(Task task) {
        Span kind = new Span(Icon.small("user"), new Span(getTranslation("home.todo.task")));
        kind.addClassNames("st", "waiting", "grow");
        Div meta = new Div(kind, new Span(Pieces.ago(task.open().createdAt())));
        meta.addClassNames("row", "meta", "num");
        Span whose = new Span(task.open().businessKey());
        whose.addClassNames("eff", "grow", "num");
        Anchor link = new Anchor("tasks/" + task.key(), getTranslation("home.todo.open"));
        link.addClassNames("btn", "sm");
        Div act = new Div(whose, link);
        act.addClassNames("row", "act");
        return entry(meta, new Div(new H3(task.name())), act);
    }

    private static Div entry(Div meta, Div title, Div act) {
        Div entry = new Div(meta, title, act);
        entry.addClassName("ins");
        return entry;
    }

    private static Div more(String address, String text) {
        Anchor link = new Anchor(address, text);
        link.addClassName("link");
        Div entry = new Div(link);
        entry.addClassName("ins");
        return entry;
    }

    private String number(long value) {
        return NumberFormat.getIntegerInstance(getLocale()).format(value);
    }
}
