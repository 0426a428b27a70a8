package io.tillflow.studio.models;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/** What has to be said about the open model, between its bar and the drawing; each note leaves when it is dealt with. */
final class Notes extends Div {

    Notes() {
        addClassName("notes");
    }

    /** Shows a note in the colour of a state. */
    Note show(String state, Consumer<Note> fill) {
        Note note = new Note(state);
        fill.accept(note);
        add(note);
        return note;
    }

    /** One thing that has to be said, with what can be done about it. */
    static final class Note extends Div {
        private final Span words = new Span();

        private Note(String state) {
            addClassNames("banner", state);
            getElement().setAttribute("role", "incident".equals(state) ? "alert" : "status");
            words.addClassName("grow");
            add(new Icon("alert"), words);
        }

        void say(String what, Instant when, String more) {
            Span first = new Span(what);
            first.addClassName("strong");
            words.removeAll();
            words.add(first, new Span(" "), Times.ago(when, Clock.systemUTC(), getLocale()), new Span(". " + more));
        }

        void act(String key, boolean first, Runnable act) {
            NativeButton button = new NativeButton(getTranslation(key), click -> act.run());
            button.addClassNames("btn", "sm");
            button.setClassName("pri", first);
            add(button);
        }

        void close() {
            removeFromParent();
        }
    }
}
