package io.tillflow.studio.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.instances.Amounts;
import io.tillflow.studio.instances.Orders.Order;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.tasks.Comments.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What stands beside the form: the steps before and after, the order, and what colleagues said. */
final class TaskContext extends Div {

    private static final int BEFORE = 4;
    private static final int AFTER = 3;
    private static final Set<String> TOLD = Set.of(
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "scriptTask",
            "callActivity",
            "task",
            "manualTask",
            "startEvent",
            "intermediateCatchEvent");

    private final Div facts = new Div();
    private final CommentsCard comments;
    private final BiConsumer<Story, List<String>> diagram;

    TaskContext(boolean worker, Consumer<String> say, BiConsumer<Story, List<String>> diagram) {
        this.comments = new CommentsCard(worker, say);
        this.diagram = diagram;
        addClassName("ctx");
        facts.addClassName("facts");
        add(facts, comments);
    }

    void show(Task task, Story story, List<Comment> said) {
        List<Component> drawn = new ArrayList<>(List.of(steps(task, story)));
        story.order().ifPresent(it -> drawn.add(order(it)));
        Redraw.in(facts, drawn);
        comments.show(said);
    }

    private Div steps(Task task, Story story) {
        UnorderedList list = new UnorderedList();
        list.addClassName("steps");
        List<Element> done = story.facts().elements().stream()
                .filter(it -> it.endedAt().isPresent() && told(story, it.elementId()))
                .toList();
        done.stream().skip(Math.max(0, done.size() - BEFORE)).forEach(it -> {
            Span when = new Span(Pieces.ago(it.startedAt()));
            list.add(step("check", "completed", story.model().label(it.elementId()), when, false));
        });
        list.add(step("user", "accent", task.name(), Pieces.text(getTranslation("tasks.now")), true));
        List<ProcessModel.Element> next = after(story.model(), task.open().elementId());
        for (ProcessModel.Element it : next) {
            list.add(step("clock", "waiting", it.label(), usual(story, it), false));
        }
        Div block = new Div(new H2(getTranslation("tasks.steps")), list);
        List<String> ids = next.stream().map(ProcessModel.Element::id).toList();
        NativeButton show =
                Redraw.press(new NativeButton(getTranslation("tasks.diagram")), () -> diagram.accept(story, ids));
        show.addClassName("aslink");
        block.add(show);
        return block;
    }

    private Span usual(Story story, ProcessModel.Element step) {
        return story.usualOf(step.id())
                .map(it -> it.median().toSeconds() < 1
                        ? new Span(getTranslation("tasks.next.once"))
                        : new Span(getTranslation("tasks.next.usual", Times.duration(it.median()))))
                .orElseGet(Span::new);
    }

    private static boolean told(Story story, String elementId) {
        ProcessModel.Element element = story.model().elements().get(elementId);
        return element != null && TOLD.contains(element.type());
    }

    /** What may follow: the next steps along the flows, whichever way is taken. */
    private static List<ProcessModel.Element> after(ProcessModel model, String elementId) {
        List<String> ahead = new ArrayList<>(List.of(elementId));
        List<String> seen = new ArrayList<>();
        List<ProcessModel.Element> next = new ArrayList<>();
        while (!ahead.isEmpty() && next.size() < AFTER) {
            String here = ahead.removeFirst();
            for (ProcessModel.Flow flow : model.flows()) {
                ProcessModel.Element target = model.elements().get(flow.target());
                if (!flow.source().equals(here) || target == null || seen.contains(target.id())) {
                    continue;
                }
                seen.add(target.id());
                if (TOLD.contains(target.type())) {
                    next.add(target);
                } else {
                    ahead.add(target.id());
                }
            }
        }
        return next.stream().limit(AFTER).toList();
    }

    private static ListItem step(String icon, String tone, String label, Span when, boolean now) {
        Span mark = new Span(new Icon(icon));
        mark.addClassNames("st", tone);
        when.addClassNames("meta", "num");
        ListItem item = new ListItem(mark, new Span(label), when);
        item.setClassName("now", now);
        return item;
    }

    private Div order(Order order) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("kv");
        fact(facts, "tasks.order.total", Amounts.text(order.total(), order.currency(), getLocale()));
        fact(facts, "tasks.order.customer", order.customer());
        fact(facts, "tasks.order.to", order.town() + ", " + order.country());
        order.lines().forEach(line -> fact(facts, line.quantity() + " ×", line.name()));
        return new Div(new H2(getTranslation("tasks.order", order.number())), facts);
    }

    private void fact(DescriptionList facts, String name, String value) {
        facts.add(
                new DescriptionList.Term(name.startsWith("tasks.") ? getTranslation(name) : name),
                new DescriptionList.Description(value));
    }
}
