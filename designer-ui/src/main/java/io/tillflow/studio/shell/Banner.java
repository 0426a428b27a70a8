package io.tillflow.studio.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.kit.Icon;

/** Says which part of the suite is away, on every page, until it is back. */
class Banner extends Div {
    private String shown = "";

    Banner() {
        addClassNames("banner", "draft");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void show(Surroundings.State state) {
        String text = !state.database() ? "shell.away.database" : !state.broker() ? "shell.away.broker" : "";
        if (!text.equals(shown)) {
            shown = text;
            removeAll();
            setVisible(!text.isEmpty());
            if (!text.isEmpty()) {
                add(new Icon("alert"), new Span(getTranslation(text)));
            }
        }
    }
}
