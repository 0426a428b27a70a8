package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.engine.history.Stall;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Redraw;
import java.util.List;

/** Where an instance waits far longer than usual without having failed, and why most likely. */
final class StallNotes extends Div {

    StallNotes() {
        addClassName("stalls");
        setVisible(false);
    }

    void show(List<Stall> stalls, ProcessModel model) {
        Redraw.in(this, stalls.stream().map(it -> note(it, model)).toList());
        setVisible(!stalls.isEmpty());
    }

    private Div note(Stall stall, ProcessModel model) {
        Span title =
                new Span(new Icon("clock"), new Span(getTranslation("watch.stands", model.label(stall.elementId()))));
        title.addClassNames("st", "draft", "strong", "grow");
        Span since = new Span(Pieces.since(stall.since()));
        since.addClassNames("meta", "num");
        Div head = new Div(title, since);
        head.addClassName("row");
        Div note = new Div(
                head,
                Pieces.block(StallWords.cause(this, getLocale(), stall), "why"),
                Pieces.block(StallWords.measure(this, stall), "meta"));
        note.addClassNames("note", "draft");
        return note;
    }
}
