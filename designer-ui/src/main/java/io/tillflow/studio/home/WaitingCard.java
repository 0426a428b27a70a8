package io.tillflow.studio.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import io.tillflow.engine.history.Backlogs.Backlog;
import io.tillflow.engine.history.Stall;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.home.ControlCentre.Picture;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.instances.StallWords;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.kit.Times;
import java.text.NumberFormat;
import java.util.List;

/** What waits without having failed: silent stalls with their likely cause, and jobs that pile up. */
final class WaitingCard extends Div {

    private static final int MOST = 6;

    private final Span figure = new Span();
    private final Div stalls = new Div();
    private final Div backlogs = new Div();

    WaitingCard() {
        addClassNames("card", "waiting-card");
        figure.addClassName("meta");
        add(new Header(new H2(getTranslation("watch.title")), figure), stalls, backlogs);
    }

    void show(Picture picture) {
        List<Stall> found = picture.sight().stalls();
        List<Backlog> open =
                picture.sight().backlogs().stream().filter(it -> it.open() > 0).toList();
        setVisible(!found.isEmpty() || !open.isEmpty());
        long waiting = found.stream().mapToLong(Stall::waiting).sum();
        figure.setText(waiting == 0 ? "" : getTranslation("watch.figure", number(waiting)));
        Redraw.in(
                stalls,
                found.stream()
                        .limit(MOST)
                        .map(it -> stall(it, picture.models().process(it.definitionKey(), it.processId())))
                        .toList());
        Redraw.in(backlogs, open.isEmpty() ? List.of() : List.of(table(open)));
    }

    private Div stall(Stall stall, ProcessModel model) {
        Span kind =
                new Span(Icon.small("clock"), new Span(getTranslation("watch.stands", model.label(stall.elementId()))));
        kind.addClassNames("st", "draft", "grow");
        Span since = new Span(Pieces.since(stall.since()));
        since.addClassNames("meta", "num");
        Div head = new Div(kind, since);
        head.addClassName("row");
        Anchor list = new Anchor(
                "instances?state=open&process=" + stall.processId() + "&element=" + stall.elementId(),
                getTranslation(stall.waiting() == 1 ? "watch.one" : "watch.many", number(stall.waiting())));
        list.addClassName("link");
        Div under = new Div(list, Pieces.text(model.title() + ". " + StallWords.measure(this, stall), "meta"));
        under.addClassNames("row", "act");
        Div entry = new Div(head, Pieces.block(StallWords.cause(this, getLocale(), stall), "why"), under);
        entry.addClassName("ins");
        return entry;
    }

    private SimpleTable table(List<Backlog> open) {
        SimpleTable table = new SimpleTable(
                getTranslation("watch.job"),
                getTranslation("watch.open"),
                getTranslation("watch.oldest"),
                getTranslation("watch.arrival"),
                getTranslation("watch.done"),
                getTranslation("watch.drain"));
        open.stream()
                .limit(MOST)
                .forEach(it -> table.row(
                        Pieces.text(it.type(), "mono"),
                        Pieces.text(number(it.open()), "num"),
                        it.oldest().map(at -> new Span(Pieces.since(at))).orElseGet(Span::new),
                        Pieces.text(rate(it.perMinute(it.arrived())), "num"),
                        Pieces.text(rate(it.perMinute(it.done())), "num"),
                        it.drain()
                                .map(drain -> Pieces.text(Times.duration(drain), "num"))
                                .orElseGet(() -> Pieces.text(getTranslation("watch.grows"), "down"))));
        return table;
    }

    private String rate(double perMinute) {
        NumberFormat format = NumberFormat.getNumberInstance(getLocale());
        format.setMaximumFractionDigits(1);
        return format.format(perMinute) + " / min";
    }

    private String number(long value) {
        return NumberFormat.getIntegerInstance(getLocale()).format(value);
    }
}
