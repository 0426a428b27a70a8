package io.tillflow.studio.kit;

import com.vaadin.flow.component.html.Span;

/** One of the drawings in {@code web/theme/icons}; decoration only, a word stands beside it. */
public final class Icon extends Span {

    /** 16 px. */
    public Icon(String name) {
        addClassNames("i", "i-" + name);
        getElement().setAttribute("aria-hidden", "true");
    }

    /** 14 px. */
    public static Icon small(String name) {
        Icon icon = new Icon(name);
        icon.addClassName("s");
        return icon;
    }
}
