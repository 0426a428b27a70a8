package io.tillflow.studio.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;

/** A page's title with what stands beside it and, at the right, its actions. */
public final class PageHead extends Div {
    private final Span beside = new Span();
    private final Div actions = new Div();

    public PageHead(String title) {
        addClassName("head");
        beside.addClassName("row");
        actions.addClassNames("row", "head-actions");
        Span grow = new Span();
        grow.addClassName("grow");
        add(new H1(title), beside, grow, actions);
    }

    public PageHead beside(Component... components) {
        beside.add(components);
        return this;
    }

    public PageHead actions(Component... components) {
        actions.add(components);
        return this;
    }
}
