package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.tillflow.engine.history.Definitions.ProcessVersion;
import io.tillflow.engine.history.Instance;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.repair.MigrationAdvice.Mapped;
import io.tillflow.studio.repair.Plan.Problem;
import io.tillflow.studio.repair.Repair;
import io.tillflow.studio.repair.RestartPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An instance ends and another one begins in its place: where each of them stands, what goes along and what does not, before it happens. */
final class RestartDialog extends Dialog {

    private final Story story;
    private final Instance instance;
    private final MigrationSides sides;
    private final ProcessVersion target;
    private final ProcessDiagram after = new ProcessDiagram(clicked -> {});
    private final Div said = new Div();
    private final Button go;
    private final Map<String, String> chosen = new HashMap<>();
    private final Map<String, Select<ProcessModel.Element>> choices = new HashMap<>();
    private @Nullable RestartPlan shown;

    RestartDialog(Story story, MigrationSides sides, ProcessVersion target, Consumer<Repair.Restart> restart) {
        this.story = story;
        this.instance = story.facts().instance();
        this.sides = sides;
        this.target = target;
        setHeaderTitle(getTranslation("instances.restart.title", target.version()));
        setWidth("min(1280px, 96vw)");
        setHeight("88vh");
        go = new Button(getTranslation("instances.restart.do"), click -> go(restart));
        go.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        ProcessDiagram before = new ProcessDiagram(clicked -> {});
        before.file(sides.bpmn(instance.definitionKey()));
        before.show(Journey.of(story, null, List.of()));
        after.file(sides.bpmn(target.key()));
        said.addClassName("compare-list");
        Div body = new Div(
                new Paragraph(getTranslation("instances.restart.text")),
                side(getTranslation("instances.restart.ends", instance.version()), before),
                side(getTranslation("instances.restart.begins", target.version()), after),
                said);
        body.addClassNames("compare", "migrate");
        add(body);
        getFooter().add(new Button(getTranslation("instances.dialog.back"), click -> close()), go);
        show();
    }

    private static Div side(String title, ProcessDiagram diagram) {
        Div canvas = new Div(diagram);
        canvas.addClassName("canvas");
        Div side = new Div(new H3(title), canvas);
        side.addClassName("compare-side");
        return side;
    }

    private void show() {
        RestartPlan plan = sides.restart(instance.key(), target.key(), List.copyOf(chosen.values()))
                .orElse(null);
        shown = plan;
        said.removeAll();
        go.setEnabled(plan != null && plan.possible());
        if (plan == null) {
            return;
        }
        after.show(Journey.moved(story, places(plan)));
        plan.standing().forEach(it -> said.add(line(it)));
        plan.problems().forEach(it -> said.add(note(it, "problem")));
        said.add(new Paragraph(
                getTranslation("instances.restart.kept", plan.kept().size(), String.join(", ", plan.kept()))));
        plan.left().forEach(it -> said.add(note(it, "hint")));
        plan.anew().forEach(it -> said.add(note(it, "hint")));
    }

    /** What stands somewhere now, and the choice of where the new instance begins for it. */
    private Component line(Mapped standing) {
        List<ProcessModel.Element> beginnings = sides.beginnings(instance.processId(), target.key());
        String wanted = chosen.getOrDefault(standing.from(), standing.to());
        Select<ProcessModel.Element> to = new Select<>();
        to.setItems(beginnings);
        to.setItemLabelGenerator(it -> it == null ? "" : it.label());
        to.setAriaLabel(getTranslation("instances.restart.instead", standing.fromLabel()));
        to.setPlaceholder(getTranslation("instances.migrate.nothing"));
        beginnings.stream().filter(it -> it.id().equals(wanted)).findFirst().ifPresent(to::setValue);
        to.addValueChangeListener(change -> choose(standing.from(), change.getValue()));
        choices.put(standing.from(), to);
        Div line = new Div(new Span(standing.fromLabel()), Icon.small("right"), to);
        line.addClassNames("row", "compare-line");
        return line;
    }

    /** One choice by hand makes the others those that are seen. */
    private void choose(String from, ProcessModel.Element to) {
        RestartPlan plan = shown;
        if (plan != null) {
            plan.standing().stream()
                    .filter(it -> !it.to().isEmpty())
                    .forEach(it -> chosen.putIfAbsent(it.from(), it.to()));
        }
        chosen.put(from, to.id());
        show();
        Optional.ofNullable(choices.get(from)).ifPresent(Select::focus);
    }

    private Map<String, String> places(RestartPlan plan) {
        Map<String, String> places = new HashMap<>();
        plan.standing().stream().filter(it -> !it.to().isEmpty()).forEach(it -> places.put(it.from(), it.to()));
        places.putAll(chosen);
        return places;
    }

    private Div note(Problem said, String className) {
        Div note =
                new Div(Icon.small(className.equals("problem") ? "alert" : "clock"), new Span(Pieces.said(this, said)));
        note.addClassNames(className, "row");
        return note;
    }

    private void go(Consumer<Repair.Restart> restart) {
        RestartPlan plan = shown;
        if (plan != null && plan.possible()) {
            List<String> standing = plan.standing().stream().map(Mapped::from).toList();
            restart.accept(
                    new Repair.Restart(instance.key(), target.key(), List.copyOf(chosen.values()), "{}", standing));
            close();
        }
    }
}
