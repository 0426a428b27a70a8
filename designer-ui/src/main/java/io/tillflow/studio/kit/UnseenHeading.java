package io.tillflow.studio.kit;

import com.vaadin.flow.component.html.H1;

/** The heading of a page whose canvas has no room for one: who listens to the page hears it. */
public final class UnseenHeading extends H1 {
    public UnseenHeading(String text) {
        super(text);
        addClassName("unseen");
    }
}
