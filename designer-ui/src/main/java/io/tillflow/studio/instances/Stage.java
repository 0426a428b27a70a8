package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.history.Token;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.Times;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The canvas with its two bars: diagram or outline at the left, zoom at the right. */
final class Stage extends Div {

    private final ProcessDiagram diagram;
    private final UnorderedList outline = new UnorderedList();
    private final NativeButton asDiagram = segment("flow", "instances.diagram");
    private final NativeButton asOutline = segment("tree", "instances.outline");
    private final Consumer<String> chosen;
    private final Div zoom = new Div();

    Stage(Consumer<String> chosen, ReplayBar replay) {
        this.chosen = chosen;
        this.diagram = new ProcessDiagram(chosen);
        addClassName("canvas");
        outline.addClassName("outline");
        Div modes = new Div(asDiagram, asOutline);
        modes.addClassName("seg");
        Div left = new Div(modes);
        left.addClassName("bar");
        left.getStyle().set("left", "16px").set("top", "16px").set("padding", "0");
        asDiagram.addClickListener(click -> outlined(false));
        asOutline.addClickListener(click -> outlined(true));
        Span now = new Span("100 %");
        now.addClassNames("meta", "num", "zoom-now");
        zoom.add(
                control("minus", "instances.zoom.out", () -> diagram.zoom(-1)),
                now,
                control("plus", "instances.zoom.in", () -> diagram.zoom(1)),
                control("fit", "instances.zoom.fit", diagram::fit));
        zoom.addClassName("bar");
        zoom.getStyle().set("right", "16px").set("top", "16px");
        add(diagram, outline, left, zoom, replay);
        outlined(false);
    }

    void file(String bpmn) {
        diagram.file(bpmn);
    }

    void show(Story story, String selected, List<Journey.Change> changes) {
        diagram.show(Journey.of(story, selected.isEmpty() ? null : selected, changes));
        Redraw.in(
                outline,
                story.model().inOrder().stream().map(it -> line(story, it)).toList());
    }

    private ListItem line(Story story, ProcessModel.Element element) {
        List<Element> passages = story.facts().elements().stream()
                .filter(it -> it.elementId().equals(element.id()))
                .toList();
        NativeButton name = Redraw.press(new NativeButton(element.label()), () -> chosen.accept(element.id()));
        ListItem item = Redraw.keyed(new ListItem(Pieces.icon(element.type()), name), element.id());
        item.setClassName("in", !element.attachedTo().isEmpty());
        item.setClassName("faint", passages.isEmpty());
        Span state = new Span();
        state.addClassNames("meta", "num");
        story.facts().tokens().stream()
                .filter(it -> it.elementId().equals(element.id()))
                .findFirst()
                .ifPresentOrElse(token -> standing(story, state, token), () -> passed(state, passages));
        item.add(state);
        return item;
    }

    private void standing(Story story, Span line, Token token) {
        String state = Journey.state(token);
        Span word = Pieces.text(getTranslation("instances.state." + state), "st", state);
        line.add(word, new Span(", "), Pieces.since(token.since(), story.asOf()));
    }

    private void passed(Span line, List<Element> passages) {
        if (passages.isEmpty()) {
            line.setText(getTranslation("instances.notreached"));
            return;
        }
        Element last = passages.getLast();
        String took = last.endedAt()
                .map(end -> Times.duration(Duration.between(last.startedAt(), end)))
                .orElse("");
        line.setText((passages.size() > 1 ? passages.size() + " × " : "") + took);
    }

    private void outlined(boolean yes) {
        outline.setVisible(yes);
        zoom.setVisible(!yes);
        asDiagram.getElement().setAttribute("aria-pressed", String.valueOf(!yes));
        asOutline.getElement().setAttribute("aria-pressed", String.valueOf(yes));
    }

    private NativeButton segment(String icon, String key) {
        NativeButton button = new NativeButton();
        button.add(Icon.small(icon), new Span(getTranslation(key)));
        return button;
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
