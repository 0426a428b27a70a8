package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.history.Instance;
import io.tillflow.engine.history.Token;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.Times;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The canvas with its two bars: diagram, outline or the steps taken at the left, zoom at the right. */
final class Stage extends Div {

    private final ProcessDiagram diagram;
    private final UnorderedList outline = new UnorderedList();
    private final PassageTree tree;
    private final Map<Component, NativeButton> modes = new LinkedHashMap<>();
    private final Consumer<Chosen> chosen;
    private final ZoomBar zoom;
    private Runnable growTree = () -> {};

    Stage(Consumer<Chosen> chosen, Function<Instance, String> title, ReplayBar replay) {
        this.chosen = chosen;
        this.diagram = new ProcessDiagram(id -> chosen.accept(Chosen.element(id)));
        this.tree = new PassageTree(chosen, title);
        addClassName("canvas");
        outline.addClassName("outline");
        Div switches = new Div();
        switches.addClassName("seg");
        mode(diagram, "flow", "instances.diagram", switches);
        mode(outline, "list", "instances.outline", switches);
        mode(tree, "tree", "instances.tree", switches);
        Div left = new Div(switches);
        left.addClassName("bar");
        left.getStyle().set("left", "16px").set("top", "16px").set("padding", "0");
        this.zoom = new ZoomBar(diagram::zoom, diagram::fit);
        add(diagram, outline, tree, left, zoom, replay);
        open(diagram);
    }

    void file(String bpmn) {
        diagram.file(bpmn);
    }

    void show(Story story, Chosen selected, List<Journey.Change> changes) {
        diagram.show(Journey.of(story, selected.none() ? null : selected.elementId(), changes));
        growTree = () -> tree.show(story, selected);
        if (tree.isVisible()) {
            growTree.run();
        }
        Redraw.in(
                outline,
                story.model().inOrder().stream().map(it -> line(story, it)).toList());
    }

    private ListItem line(Story story, ProcessModel.Element element) {
        List<Element> passages = story.facts().elements().stream()
                .filter(it -> it.elementId().equals(element.id()))
                .toList();
        NativeButton name =
                Redraw.press(new NativeButton(element.label()), () -> chosen.accept(Chosen.element(element.id())));
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
                .map(end -> Times.fine(Duration.between(last.startedAt(), end)))
                .orElse("");
        line.setText((passages.size() > 1 ? passages.size() + " × " : "") + took);
    }

    /** The diagram stays below the others: hidden it could not be measured. */
    private void open(Component wanted) {
        outline.setVisible(wanted.equals(outline));
        tree.setVisible(wanted.equals(tree));
        if (wanted.equals(tree)) {
            // of a long loop it is long, so it is drawn only for who looks at it
            growTree.run();
        }
        zoom.setVisible(wanted.equals(diagram));
        modes.forEach(
                (it, button) -> button.getElement().setAttribute("aria-pressed", String.valueOf(it.equals(wanted))));
    }

    private void mode(Component shown, String icon, String key, Div switches) {
        NativeButton button = new NativeButton();
        button.add(Icon.small(icon), new Span(getTranslation(key)));
        button.addClickListener(click -> open(shown));
        modes.put(shown, button);
        switches.add(button);
    }
}
