package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.tillflow.engine.Modification;
import io.tillflow.studio.instances.Journey.Change;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Unkept;
import io.tillflow.studio.repair.Changes;
import io.tillflow.studio.repair.Plan;
import io.tillflow.studio.repair.Planner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes where the tokens stand: choose an element, say what happens to it, look at the diagram, apply. Nothing is sent before, and
 * everything is sent at once.
 */
final class ModifyPane extends Div {

    private final Planner planner;
    private final Runnable redraw;
    private final Consumer<Modification> apply;
    private final Runnable close;
    private final Div body = new Div();
    private final TextArea variables = new TextArea();
    private final List<Changes.Move> moves = new ArrayList<>();
    private final List<Changes.Add> adds = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private String chosen = "";
    private String moving = "";
    private @Nullable Story story;

    ModifyPane(Planner planner, Runnable redraw, Consumer<Modification> apply, Runnable close) {
        this.planner = planner;
        this.redraw = redraw;
        this.apply = apply;
        this.close = close;
        addClassNames("modify", "sec");
        setVisible(false);
        variables.setLabel(getTranslation("instances.modify.variables"));
        variables.setHelperText(getTranslation("instances.modify.variables.help"));
        variables.setWidthFull();
        variables.setValueChangeMode(ValueChangeMode.LAZY);
        variables.addValueChangeListener(change -> draw());
        add(new H2(getTranslation("instances.modify.title")), body);
        Unkept.in(this);
    }

    /** Begins or goes on; the page's news are shown in it. */
    void show(Story now) {
        story = now;
        if (isVisible()) {
            draw();
        }
    }

    void begin(Story now) {
        story = now;
        moves.clear();
        adds.clear();
        ends.clear();
        chosen = "";
        moving = "";
        variables.clear();
        setVisible(true);
        draw();
    }

    void end() {
        setVisible(false);
        variables.clear();
        redraw.run();
    }

    /** An element was chosen on the diagram or in its outline. */
    void choose(String elementId) {
        if (!moving.isEmpty() && !elementId.isEmpty()) {
            moves.add(new Changes.Move(moving, elementId));
            moving = "";
            chosen = "";
        } else {
            chosen = elementId;
        }
        draw();
        redraw.run();
    }

    String chosen() {
        return moving.isEmpty() ? chosen : moving;
    }

    /** What the diagram shows of it; nothing while the pane is closed. */
    List<Change> changes() {
        Plan plan = isVisible() ? plan() : null;
        return plan == null
                ? List.of()
                : plan.places().stream()
                        .filter(it -> it.before() != it.after())
                        .map(it -> new Change(it.elementId(), it.after() - it.before()))
                        .toList();
    }

    private @Nullable Plan plan() {
        Story now = story;
        return now == null
                ? null
                : planner.plan(now.facts().instance().key(), new Changes(moves, adds, ends, values().orElse(null)))
                        .orElse(null);
    }

    /** Empty when nothing is to be set, or while what is typed is no JSON object. */
    private Optional<ObjectNode> values() {
        return variables.isEmpty()
                ? Optional.empty()
                : Json.parse(variables.getValue())
                        .filter(ObjectNode.class::isInstance)
                        .map(ObjectNode.class::cast);
    }

    private void draw() {
        Story now = story;
        Plan plan = plan();
        body.removeAll();
        if (now == null || plan == null) {
            return;
        }
        boolean noJson = !variables.isEmpty() && values().isEmpty();
        variables.setInvalid(noJson);
        variables.setErrorMessage(getTranslation("instances.variable.nojson"));
        body.add(hint(now));
        boolean nothing = moves.isEmpty() && adds.isEmpty() && ends.isEmpty();
        if (!nothing) {
            body.add(list(now), variables);
            plan.problems().forEach(it -> body.add(note(Pieces.said(this, it))));
            if (plan.possible() && plan.endsTheInstance()) {
                body.add(note(getTranslation("instances.modify.ends")));
            }
        }
        body.add(buttons(plan, nothing || noJson));
    }

    private Div hint(Story now) {
        if (!moving.isEmpty()) {
            return new Div(new Paragraph(
                    getTranslation("instances.modify.where", now.model().label(moving))));
        }
        if (chosen.isEmpty()) {
            return new Div(new Paragraph(getTranslation("instances.modify.hint")));
        }
        return new Div(Pieces.block(now.model().label(chosen), "strong"), choices(now, chosen));
    }

    private Div choices(Story now, String element) {
        boolean stands =
                now.facts().tokens().stream().anyMatch(it -> it.elementId().equals(element));
        Div row = new Div();
        row.addClassNames("row", "actions");
        if (stands) {
            row.add(Pieces.button(
                    getTranslation("instances.modify.move"),
                    "right",
                    () -> {
                        moving = element;
                        draw();
                    },
                    "sm"));
        }
        row.add(Pieces.button(
                getTranslation("instances.modify.add"),
                "plus",
                () -> {
                    adds.add(new Changes.Add(element, null));
                    choose("");
                },
                "sm"));
        if (stands) {
            row.add(Pieces.button(
                    getTranslation("instances.modify.end"),
                    "ban",
                    () -> {
                        ends.add(element);
                        choose("");
                    },
                    "sm",
                    "risk"));
        }
        return row;
    }

    private UnorderedList list(Story now) {
        UnorderedList list = new UnorderedList();
        list.addClassName("where-now");
        for (Changes.Move it : List.copyOf(moves)) {
            String words = getTranslation(
                    "instances.modify.moved",
                    now.model().label(it.from()),
                    now.model().label(it.to()));
            list.add(line("right", words, () -> moves.remove(it)));
        }
        for (Changes.Add it : List.copyOf(adds)) {
            list.add(line(
                    "plus",
                    getTranslation("instances.modify.added", now.model().label(it.element())),
                    () -> adds.remove(it)));
        }
        for (String it : List.copyOf(ends)) {
            list.add(line(
                    "ban", getTranslation("instances.modify.ended", now.model().label(it)), () -> ends.remove(it)));
        }
        return list;
    }

    private ListItem line(String icon, String words, Runnable undo) {
        NativeButton remove = Pieces.button(
                "",
                "x",
                () -> {
                    undo.run();
                    draw();
                    redraw.run();
                },
                "chip-x");
        remove.setAriaLabel(getTranslation("instances.filter.remove", words));
        return new ListItem(Icon.small(icon), new Span(words), remove);
    }

    private Div note(String text) {
        Div note = new Div(Icon.small("alert"), new Span(text));
        note.addClassNames("problem", "row");
        note.getElement().setAttribute("role", "alert");
        return note;
    }

    private Div buttons(Plan plan, boolean notYet) {
        NativeButton go = Pieces.button(
                getTranslation("instances.modify.apply", moves.size() + adds.size() + ends.size()),
                "check",
                () -> {
                    Modification modification = plan.modification();
                    if (modification != null) {
                        apply.accept(modification);
                    }
                },
                "pri");
        go.setEnabled(!notYet && plan.possible());
        NativeButton back = Pieces.button(getTranslation("instances.modify.discard"), "", close);
        Div row = new Div(go, back);
        row.addClassNames("row", "actions");
        return row;
    }
}
