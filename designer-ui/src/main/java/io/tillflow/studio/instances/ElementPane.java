package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.tillflow.engine.history.Facts.Call;
import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.history.Facts.Job;
import io.tillflow.engine.history.Facts.Variable;
import io.tillflow.engine.history.Facts.Wait;
import io.tillflow.engine.history.Recording.Change;
import io.tillflow.engine.history.Usual.Typical;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The details of the element that was clicked, or of one passage through it: inputs, job, result, and the way to what it is part of. */
final class ElementPane extends Div {

    private static final int MOST_CALLED = 50;

    private final Stories stories;
    private final JobsTab jobs = new JobsTab();
    private final DecisionsTab decisions;
    private final Consumer<Chosen> choose;
    private final VariablesTab variables;
    private final Div unseen = new Div();
    private final Optional<Consumer<Wait.ForMessage>> publish;

    ElementPane(Stories stories, Consumer<Chosen> choose, Optional<Consumer<Wait.ForMessage>> publish) {
        this.stories = stories;
        this.publish = publish;
        this.decisions = new DecisionsTab(stories);
        this.choose = choose;
        this.variables = new VariablesTab(false, it -> {}, stories::changes);
        addClassName("element-pane");
        setVisible(false);
        // the parts are made by these but never shown whole; they still translate through this pane
        unseen.add(jobs, decisions, variables);
        unseen.setVisible(false);
        add(unseen);
    }

    void show(Story story, Chosen chosen) {
        setVisible(!chosen.none());
        List<Component> parts = new ArrayList<>(List.of(unseen));
        if (!chosen.none()) {
            parts.add(head(story, chosen.elementId()));
            passed(story, chosen, parts);
        }
        Redraw.in(this, parts);
    }

    private void passed(Story story, Chosen chosen, List<Component> parts) {
        String elementId = chosen.elementId();
        List<Element> all = story.facts().elements().stream()
                .filter(it -> it.elementId().equals(elementId))
                .toList();
        List<Element> passages =
                all.stream().filter(it -> chosen.means(it.key())).toList();
        if (passages.isEmpty()) {
            parts.add(new Section("", Pieces.text(getTranslation("instances.notreached.long"), "meta")));
            return;
        }
        parts.add(new Section("", facts(story, elementId, passages)));
        if (all.size() > 1) {
            parts.add(new PassageList(story, all, chosen, choose));
        }
        called(story, chosen).ifPresent(parts::add);
        awaited(story, elementId, parts);
        own(story, passages.getLast()).ifPresent(parts::add);
        List<Job> own = story.facts().jobs().stream()
                .filter(it -> it.elementId().equals(elementId) && chosen.means(it.elementInstanceKey()))
                .toList()
                .reversed();
        if (!own.isEmpty()) {
            Section section = new Section(getTranslation("instances.tab.jobs"));
            own.forEach(it -> section.add(jobs.job(story, it)));
            parts.add(section);
        }
        story.facts().decisions().stream()
                .filter(it -> it.elementId().equals(elementId) && chosen.means(it.elementInstanceKey()))
                .forEach(it -> parts.add(decisions.decision(it)));
        outputs(story, passages.getLast()).ifPresent(parts::add);
    }

    private Section head(Story story, String elementId) {
        NativeButton back = Pieces.button("", "x", () -> choose.accept(Chosen.NONE), "ghost", "ic", "sm", "close");
        back.setAriaLabel(getTranslation("instances.element.close"));
        var element = story.model().elements().get(elementId);
        Div head = new Div(
                Pieces.icon(element == null ? "" : element.type()),
                new H2(story.model().label(elementId)),
                back);
        head.addClassName("row");
        return new Section("", head, Pieces.text(elementId, "mono", "dim"));
    }

    /** The instances that this call activity called, the newest of them when a loop called many. */
    private Optional<Section> called(Story story, Chosen chosen) {
        List<Call> called = story.facts().calls().called().stream()
                .filter(it -> it.elementId().equals(chosen.elementId()) && chosen.means(it.elementInstanceKey()))
                .toList();
        if (called.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("calls");
        called.reversed().stream()
                .limit(MOST_CALLED)
                .forEach(it -> list.add(new ListItem(
                        Pieces.badge(this, it.instance().state()),
                        Pieces.instanceLink(it.instance().key(), stories.title(it.instance())),
                        Pieces.text(String.valueOf(it.instance().key()), "mono", "dim"))));
        Section section = new Section(getTranslation("instances.called", called.size()), list);
        if (called.size() > MOST_CALLED) {
            section.add(Pieces.block(getTranslation("instances.called.newest", MOST_CALLED), "meta"));
        }
        return Optional.of(section);
    }

    /** What has really happened, but was never told, can be told here. */
    private void awaited(Story story, String elementId, List<Component> parts) {
        for (Wait wait : story.facts().waits()) {
            if (publish.isPresent() && wait instanceof Wait.ForMessage message && at(story, message, elementId)) {
                parts.add(new Section(
                        "",
                        Pieces.text(message.name(), "mono"),
                        Pieces.button(
                                getTranslation("instances.publish"),
                                "mail",
                                () -> publish.get().accept(message),
                                "sm")));
            }
        }
    }

    /** An event-based gateway waits for the events behind it. */
    private static boolean at(Story story, Wait wait, String elementId) {
        return wait.elementId().equals(elementId)
                || story.facts().tokens().stream()
                        .anyMatch(it -> it.elementId().equals(elementId)
                                && it.elementInstanceKey() == wait.elementInstanceKey());
    }

    private DescriptionList facts(Story story, String elementId, List<Element> passages) {
        Element last = passages.getLast();
        DescriptionList facts = Section.facts();
        Span started = new Span(Texts.exact(last.startedAt(), getLocale()));
        Section.fact(facts, getTranslation("instances.element.entered"), started);
        Span took = new Span();
        last.endedAt()
                .ifPresentOrElse(
                        end -> took.setText(Times.fine(Duration.between(last.startedAt(), end))),
                        () -> took.add(Pieces.since(last.startedAt(), story.asOf())));
        story.usualOf(elementId)
                .map(Typical::median)
                .ifPresent(usual ->
                        took.add(Pieces.text(" " + getTranslation("instances.usual", Times.duration(usual)), "dim")));
        Section.fact(facts, getTranslation("instances.element.time"), took);
        for (Wait wait : story.facts().waits()) {
            if (wait.elementId().equals(elementId)) {
                Section.fact(facts, getTranslation("instances.element.waits"), new Span(what(wait)));
            }
        }
        Section.fact(facts, getTranslation("instances.column.key"), Pieces.text(String.valueOf(last.key()), "mono"));
        return facts;
    }

    private String what(Wait wait) {
        return switch (wait) {
            case Wait.ForMessage message -> message.name() + " · " + message.correlationKey();
            case Wait.ForTime time -> Texts.exact(time.dueAt(), getLocale());
        };
    }

    /** What the passage left behind around it: by then the newest value of each variable that the model says it gives. */
    private Optional<Section> outputs(Story story, Element passage) {
        var element = story.model().elements().get(passage.elementId());
        if (element == null || element.outputs().isEmpty() || passage.endedAt().isEmpty()) {
            return Optional.empty();
        }
        Instant end = passage.endedAt().get();
        Map<String, Variable> left = new LinkedHashMap<>();
        for (Change change : stories.changes(story)) {
            Variable it = change.variable();
            boolean its = element.outputs().contains(it.name()) && it.scopeKey() != passage.key();
            if (its
                    && !it.updatedAt().isBefore(passage.startedAt())
                    && !it.updatedAt().isAfter(end)) {
                left.put(it.name(), it);
            }
        }
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        getTranslation("instances.element.outputs"),
                        variables.list(story, List.copyOf(left.values()))));
    }

    /** What the passage was given; of several the newest. */
    private Optional<Section> own(Story story, Element passage) {
        List<Variable> own = story.facts().variables().stream()
                .filter(it -> it.scopeKey() == passage.key())
                .toList();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(getTranslation("instances.element.inputs"), variables.list(story, own)));
    }
}
