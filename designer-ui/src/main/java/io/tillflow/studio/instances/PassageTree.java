package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.tillflow.engine.history.Facts.Call;
import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.history.Facts.ElementState;
import io.tillflow.engine.history.Instance;
import io.tillflow.engine.history.InstanceFacts;
import io.tillflow.engine.history.Token;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Everything the instance went through, each within what it ran in: rounds of loops, sub-processes, the instances that were called. */
final class PassageTree extends Div {

    private static final int MOST = 200;
    private static final int FEW = 50;

    private final Consumer<Chosen> choose;
    private final Function<Instance, String> title;

    PassageTree(Consumer<Chosen> choose, Function<Instance, String> title) {
        this.choose = choose;
        this.title = title;
        addClassName("passage-tree");
    }

    void show(Story story, Chosen chosen) {
        List<Component> parts = new ArrayList<>();
        story.facts().calls().caller().ifPresent(it -> parts.add(new Div(called(it, "instances.caller.of"))));
        List<Passage> passages = Passage.of(story.facts());
        if (!Passage.whole(story.facts())) {
            parts.add(Pieces.block(getTranslation("instances.passages.newest", InstanceFacts.MOST), "meta"));
        }
        parts.add(
                passages.isEmpty()
                        ? Pieces.block(getTranslation("instances.tree.none"), "meta")
                        : list(story, passages, chosen));
        Redraw.in(this, parts);
    }

    private UnorderedList list(Story story, List<Passage> passages, Chosen chosen) {
        UnorderedList list = new UnorderedList();
        int left = Math.max(0, passages.size() - MOST);
        if (left > 0) {
            list.add(new ListItem(Pieces.text(getTranslation("instances.tree.earlier", left), "meta")));
        }
        passages.stream().skip(left).forEach(it -> list.add(item(story, it, chosen)));
        return list;
    }

    private ListItem item(Story story, Passage passage, Chosen chosen) {
        Element element = passage.element();
        NativeButton name =
                Redraw.press(new NativeButton(name(story, passage)), () -> choose.accept(Chosen.passage(element)));
        if (chosen.passage() == element.key()) {
            name.getElement().setAttribute("aria-current", "true");
        }
        Div line = new Div(Pieces.icon(element.elementType()), name, state(story, element));
        line.addClassNames("row", "line");
        ListItem item = Redraw.keyed(new ListItem(line), element.key());
        passage.called().forEach(it -> item.add(new Div(called(it, "instances.called.instance"))));
        if (!passage.within().isEmpty()) {
            item.add(within(story, passage, chosen));
        }
        return item;
    }

    private String name(Story story, Passage passage) {
        String label = story.model().label(passage.element().elementId());
        return passage.isLoop()
                ? getTranslation("instances.tree.loop", label)
                : passage.round() > 0 ? getTranslation("instances.tree.round", label, passage.round()) : label;
    }

    /** What is long and over stays folded. */
    private Component within(Story story, Passage passage, Chosen chosen) {
        NativeDetails within = new NativeDetails(
                passage.isLoop() && Passage.whole(story.facts())
                        ? getTranslation(
                                "instances.tree.rounds",
                                passage.within().size(),
                                passage.count(ElementState.COMPLETED),
                                passage.count(ElementState.ACTIVE))
                        : getTranslation(
                                "instances.tree.within", passage.within().size()));
        within.setContent(list(story, passage.within(), chosen));
        if (passage.active() || passage.within().size() <= FEW) {
            // as an attribute: what somebody folds stays folded when the page is drawn anew
            within.getElement().setAttribute("open", true);
        }
        return Redraw.keyed(within, passage.element().key());
    }

    private Component called(Call call, String words) {
        String order = call.instance().businessKey();
        Span line = new Span(
                Pieces.text(getTranslation(words), "meta"),
                Pieces.instanceLink(
                        call.instance().key(), title.apply(call.instance()) + (order.isEmpty() ? "" : " " + order)),
                Pieces.badge(this, call.instance().state()));
        line.addClassNames("row", "call");
        return line;
    }

    private Span state(Story story, Element element) {
        Span line = new Span();
        line.addClassNames("meta", "num");
        Optional<Token> token = story.facts().tokens().stream()
                .filter(it -> it.elementInstanceKey() == element.key())
                .findFirst();
        if (element.state() == ElementState.ACTIVE) {
            String state = token.map(Journey::state).orElse("running");
            line.add(Pieces.text(getTranslation("instances.state." + state), "st", state), new Span(", "));
            line.add(Pieces.since(element.startedAt(), story.asOf()));
        } else {
            String took = element.endedAt()
                    .map(end -> Times.fine(Duration.between(element.startedAt(), end)))
                    .orElse("");
            line.setText(
                    element.state() == ElementState.TERMINATED
                            ? getTranslation("instances.state.cancelled") + ", " + took
                            : took);
        }
        line.setTitle(Texts.exact(element.startedAt(), getLocale()));
        return line;
    }
}
