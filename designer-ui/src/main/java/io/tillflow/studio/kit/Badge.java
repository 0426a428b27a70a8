package io.tillflow.studio.kit;

import com.vaadin.flow.component.html.Span;

/** A state as icon and word on its tint. */
public final class Badge extends Span {
    public Badge(State state, String word) {
        this(state.className(), state.icon(), word);
    }

    private Badge(String className, String icon, String word) {
        addClassNames("bdg", className);
        add(new Icon(icon), new Span(word));
    }

    /** The accent: something proposed or new, not a state. */
    public static Badge accent(String icon, String word) {
        return new Badge("accent", icon, word);
    }

    /** A step that has not been reached. */
    public static Badge off(String icon, String word) {
        return new Badge("off", icon, word);
    }
}
