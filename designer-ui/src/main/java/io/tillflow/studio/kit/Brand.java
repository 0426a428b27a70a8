package io.tillflow.studio.kit;

import com.vaadin.flow.component.html.Span;

/** The mark and the name. */
public final class Brand extends Span {
    public Brand() {
        addClassName("brand");
        Span mark = new Span();
        mark.addClassName("brand-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span("Tillflow");
        name.addClassName("brand-name");
        add(mark, name);
    }
}
