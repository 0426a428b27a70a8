package io.tillflow.studio.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What an empty list says: what will appear here, and the one action that starts it. */
public final class EmptyState extends Div {
    public EmptyState(String icon, String title, String text, Component... action) {
        addClassName("empty-state");
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("meta");
        add(new Icon(icon), new H2(title), paragraph);
        add(action);
    }
}
