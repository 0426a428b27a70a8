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
import io.tillflow.studio.repair.MigrationAdvice;
import io.tillflow.studio.repair.MigrationAdvice.Mapped;
import io.tillflow.studio.repair.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Both versions beside each other, where each token would stand, and what keeps the engine from it, before anything happens. */
final class MigrateDialog extends Dialog {

    private final Story story;
    private final Instance instance;
    private final MigrationSides sides;
    private final ProcessDiagram before = new ProcessDiagram(clicked -> {});
    private final ProcessDiagram after = new ProcessDiagram(clicked -> {});
    private final H3 then = new H3();
    private final Div drawn = new Div();
    private final Div advice = new Div();
    private final Button go;
    private final Button restart;
    private final Map<String, String> chosen = new HashMap<>();
    private final Map<String, Select<ProcessModel.Element>> choices = new HashMap<>();
    private @Nullable MigrationAdvice shown;
    private @Nullable ProcessVersion version;

    MigrateDialog(
            Story story,
            Rows rows,
            MigrationSides sides,
            BiConsumer<Long, Map<String, String>> migrate,
            Consumer<ProcessVersion> instead) {
        this.story = story;
        this.instance = story.facts().instance();
        this.sides = sides;
        setHeaderTitle(getTranslation("instances.migrate.title"));
        setWidth("min(1280px, 96vw)");
        setHeight("88vh");
        List<ProcessVersion> others = rows.choices().stream()
                .filter(it -> it.processId().equals(instance.processId()))
                .flatMap(it -> it.versions().stream())
                .filter(it -> it.key() != instance.definitionKey())
                .toList();
        go = new Button(getTranslation("instances.migrate.do"), click -> go(migrate));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        restart = new Button(getTranslation("instances.restart"), click -> restart(instead));
        restart.setVisible(false);
        go.setEnabled(false);
        Div body = new Div(
                versions(others),
                side(new H3(getTranslation("instances.migrate.now", instance.version())), before),
                drawn,
                advice);
        body.addClassNames("compare", "migrate");
        drawn.add(then, canvas(after));
        drawn.addClassName("compare-side");
        drawn.setVisible(false);
        before.file(sides.bpmn(instance.definitionKey()));
        before.show(Journey.of(story, null, List.of()));
        advice.addClassName("compare-list");
        advice.add(new Paragraph(
                getTranslation(others.isEmpty() ? "instances.migrate.none" : "instances.migrate.choose")));
        add(body);
        getFooter().add(new Button(getTranslation("instances.dialog.back"), click -> close()), restart, go);
    }

    private Select<ProcessVersion> versions(List<ProcessVersion> others) {
        Select<ProcessVersion> version = new Select<>();
        version.setLabel(getTranslation("instances.migrate.to"));
        version.setItems(others);
        version.setItemLabelGenerator(it -> it == null ? "" : "v" + it.version());
        version.addValueChangeListener(change -> choose(change.getValue()));
        version.setEnabled(!others.isEmpty());
        return version;
    }

    private static Div side(H3 title, ProcessDiagram diagram) {
        Div side = new Div(title, canvas(diagram));
        side.addClassName("compare-side");
        return side;
    }

    private static Div canvas(ProcessDiagram diagram) {
        Div canvas = new Div(diagram);
        canvas.addClassName("canvas");
        return canvas;
    }

    private void choose(@Nullable ProcessVersion target) {
        version = target;
        chosen.clear();
        drawn.setVisible(target != null);
        if (target != null) {
            then.setText(getTranslation("instances.migrate.then", target.version()));
            after.file(sides.bpmn(target.key()));
            show(target.key());
        }
    }

    private void show(long target) {
        MigrationAdvice found =
                sides.advise(instance.key(), target, Map.copyOf(chosen)).orElse(null);
        shown = found;
        advice.removeAll();
        go.setEnabled(found != null && found.possible());
        restart.setVisible(found != null && !found.possible());
        if (found == null) {
            return;
        }
        after.show(Journey.moved(story, found.places()));
        Set<Plan.Problem> told = new HashSet<>();
        for (Mapped mapped : found.mapping()) {
            advice.add(line(mapped, target));
            found.problems().stream()
                    .filter(it -> it.elementId().equals(mapped.from())
                            || it.elementId().equals(mapped.to()))
                    .filter(told::add)
                    .forEach(it -> advice.add(problem(it)));
        }
        found.problems().stream().filter(told::add).forEach(it -> advice.add(problem(it)));
        if (!found.possible()) {
            advice.add(new Paragraph(getTranslation("instances.migrate.instead")));
        }
    }

    private Div problem(Plan.Problem said) {
        Div problem = new Div(Icon.small("alert"), new Span(Pieces.said(this, said)));
        problem.addClassNames("problem", "row");
        return problem;
    }

    /** One active element and, where there is more than one of its kind, the choice of what it becomes. */
    private Component line(Mapped mapped, long target) {
        ProcessModel from = story.model();
        List<ProcessModel.Element> candidates = sides.candidates(from, mapped.from(), target);
        Select<ProcessModel.Element> to = new Select<>();
        to.setItems(candidates);
        to.setItemLabelGenerator(it -> it == null ? "" : it.label());
        to.setAriaLabel(getTranslation("instances.migrate.becomes", mapped.fromLabel()));
        to.setPlaceholder(getTranslation("instances.migrate.nothing"));
        candidates.stream()
                .filter(it -> it.id().equals(mapped.to()))
                .findFirst()
                .ifPresent(to::setValue);
        to.setEnabled(!candidates.isEmpty() && sides.migrates(from, mapped.from()));
        to.addValueChangeListener(change -> {
            chosen.put(mapped.from(), change.getValue().id());
            show(target);
            Optional.ofNullable(choices.get(mapped.from())).ifPresent(Select::focus);
        });
        choices.put(mapped.from(), to);
        Div line = new Div(new Span(mapped.fromLabel()), Icon.small("right"), to);
        line.addClassNames("row", "compare-line");
        return line;
    }

    private void restart(Consumer<ProcessVersion> instead) {
        ProcessVersion target = version;
        if (target != null) {
            close();
            instead.accept(target);
        }
    }

    private void go(BiConsumer<Long, Map<String, String>> migrate) {
        MigrationAdvice now = shown;
        if (now != null && now.possible()) {
            migrate.accept(Long.parseLong(now.targetDefinitionKey()), now.places());
            close();
        }
    }
}
