package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Optional;

/** Says that the page shows the past, and leads back. */
final class PastNote extends Div {

    private final Span text = new Span();

    PastNote(Runnable back) {
        addClassNames("note", "accent", "row", "past-note");
        text.addClassNames("grow", "num");
        add(text, Pieces.button(getTranslation("instances.replay.now"), "", back, "sm"));
        setVisible(false);
    }

    void show(Optional<Instant> at) {
        setVisible(at.isPresent());
        at.ifPresent(it -> text.setText(getTranslation("instances.replay.past", Texts.exact(it, getLocale()))));
    }
}
