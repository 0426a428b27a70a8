package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.history.Facts.ElementState;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.Times;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The passages through an element that was passed more than once, or the way back from one of them to all and to its scope. */
final class PassageList extends Div {

    private static final int MOST = 50;

    private final Story story;
    /** Whether all passages are known, so that they can be counted. */
    private final boolean whole;

    private final Consumer<Chosen> choose;

    PassageList(Story story, List<Element> all, Chosen chosen, Consumer<Chosen> choose) {
        this.story = story;
        this.whole = Passage.whole(story.facts());
        this.choose = choose;
        addClassName("sec");
        setClassName("ways", chosen.passage() != 0);
        if (chosen.passage() == 0) {
            all(all);
        } else {
            one(all, chosen);
        }
    }

    private void all(List<Element> all) {
        UnorderedList list = new UnorderedList();
        list.addClassName("passages");
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - MOST); i--) {
            list.add(item(i + 1, all.get(i)));
        }
        add(new H2(getTranslation("instances.passages")), list);
        if (all.size() > MOST || !whole) {
            add(Pieces.block(getTranslation("instances.passages.newest", Math.min(all.size(), MOST)), "meta"));
        }
    }

    private ListItem item(int number, Element passage) {
        NativeButton open = new NativeButton((whole ? number + ". " : "") + Texts.clock(passage.startedAt()));
        open.getElement().setAttribute("title", Texts.exact(passage.startedAt(), getLocale()));
        Span state = new Span();
        state.addClassNames("meta", "num");
        if (passage.state() == ElementState.ACTIVE) {
            state.add(Pieces.since(passage.startedAt(), story.asOf()));
        } else {
            passage.endedAt().ifPresent(end -> state.setText(Times.fine(Duration.between(passage.startedAt(), end))));
        }
        return Redraw.keyed(
                new ListItem(Redraw.press(open, () -> choose.accept(Chosen.passage(passage))), state), passage.key());
    }

    /** What it ran in, where that is not the instance itself. */
    private Optional<Element> scope(List<Element> all, Chosen chosen) {
        return all.stream()
                .filter(it -> it.key() == chosen.passage())
                .flatMap(it -> story.facts().elements().stream()
                        .filter(scope -> it.scopeKey().orElse(0) == scope.key()))
                .findFirst();
    }

    private void one(List<Element> all, Chosen chosen) {
        if (whole) {
            add(Pieces.text(getTranslation("instances.passage.of", all.size()), "meta"));
        }
        add(Pieces.button(
                whole ? getTranslation("instances.passage.all", all.size()) : getTranslation("instances.passages"),
                "up",
                () -> choose.accept(Chosen.element(chosen.elementId())),
                "sm"));
        scope(all, chosen)
                .ifPresent(it -> add(Pieces.button(
                        getTranslation("instances.passage.within", story.model().label(it.elementId())),
                        "box",
                        () -> choose.accept(Chosen.passage(it)),
                        "sm")));
    }
}
