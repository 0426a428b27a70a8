package io.tillflow.studio.instances;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import io.tillflow.engine.history.Definitions.ProcessVersion;
import io.tillflow.engine.history.Instance;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.repair.MigrationAdvice;
import io.tillflow.studio.repair.MigrationAdvice.Mapped;
import io.tillflow.studio.repair.MigrationAdviser;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows what becomes of each active element in another version, or what keeps the engine from it, before anything happens. */
final class MigrateDialog extends Dialog {

    private final Instance instance;
    private final MigrationAdviser adviser;
    private final Div advice = new Div();
    private final Button go;
    private @Nullable MigrationAdvice shown;

    MigrateDialog(Story story, Rows rows, MigrationAdviser adviser, BiConsumer<Long, Map<String, String>> migrate) {
        this.instance = story.facts().instance();
        this.adviser = adviser;
        setHeaderTitle(getTranslation("instances.migrate.title"));
        setWidth("560px");
        List<ProcessVersion> others = rows.choices().stream()
                .filter(it -> it.processId().equals(instance.processId()))
                .flatMap(it -> it.versions().stream())
                .filter(it -> it.key() != instance.definitionKey())
                .toList();
        Select<ProcessVersion> version = new Select<>();
        version.setLabel(getTranslation("instances.migrate.to"));
        version.setItems(others);
        version.setItemLabelGenerator(it -> it == null ? "" : "v" + it.version());
        version.addValueChangeListener(change -> show(change.getValue()));
        version.setWidthFull();
        version.setEnabled(!others.isEmpty());
        advice.add(new Paragraph(
                getTranslation(others.isEmpty() ? "instances.migrate.none" : "instances.migrate.choose")));
        advice.addClassName("modify");
        go = new Button(getTranslation("instances.migrate.do"), click -> {
            MigrationAdvice now = shown;
            if (now != null) {
                migrate.accept(
                        Long.parseLong(now.targetDefinitionKey()),
                        now.mapping().stream().collect(Collectors.toMap(Mapped::from, Mapped::to)));
                close();
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setEnabled(false);
        add(version, advice);
        getFooter().add(new Button(getTranslation("instances.dialog.back"), click -> close()), go);
    }

    private void show(@Nullable ProcessVersion target) {
        advice.removeAll();
        go.setEnabled(false);
        if (target == null) {
            return;
        }
        MigrationAdvice found = adviser.advise(instance.key(), target.key()).orElse(null);
        shown = found;
        if (found == null) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("where-now");
        found.mapping().stream()
                .filter(it -> !it.to().isEmpty())
                .forEach(it -> list.add(new ListItem(
                        Icon.small("right"),
                        new Span(getTranslation("instances.migrate.maps", it.fromLabel(), it.toLabel())))));
        advice.add(list);
        found.problems().forEach(it -> {
            Div problem = new Div(Icon.small("alert"), new Span(it.message()));
            problem.addClassNames("problem", "row");
            advice.add(problem);
        });
        if (!found.possible()) {
            advice.add(new Paragraph(getTranslation("instances.migrate.instead")));
        }
        go.setEnabled(found.possible());
    }
}
