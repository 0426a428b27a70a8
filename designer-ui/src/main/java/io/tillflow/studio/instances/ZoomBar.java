package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.kit.Icon;
import java.util.function.IntConsumer;

/** Smaller, larger, all of it: at the right over a diagram, which writes how large it is shown in the middle. */
public final class ZoomBar extends Div {

    /**
     * For a diagram.
     *
     * @param step one step in or, negative, out
     */
    public ZoomBar(IntConsumer step, Runnable fit) {
        Span now = new Span("100 %");
        now.addClassNames("meta", "num", "zoom-now");
        add(
                control("minus", "instances.zoom.out", () -> step.accept(-1)),
                now,
                control("plus", "instances.zoom.in", () -> step.accept(1)),
                control("fit", "instances.zoom.fit", fit));
        addClassName("bar");
        getStyle().set("right", "16px").set("top", "16px");
    }

    private NativeButton control(String icon, String key, Runnable action) {
        NativeButton button = new NativeButton();
        button.add(Icon.small(icon));
        button.addClassName("z");
        button.setAriaLabel(getTranslation(key));
        button.addClickListener(click -> action.run());
        return button;
    }
}
