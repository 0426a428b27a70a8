package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.tillflow.engine.history.Facts.Variable;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.CanvasPage;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One instance: its way over the diagram, what is wrong with it, and what it knows. */
@Route("instances/:key([0-9]+)")
@RolesAllowed(Role.Is.VIEWER)
class InstanceView extends Div implements CanvasPage, HasCrumbs, HasDynamicTitle, BeforeEnterObserver {

    private final Stories stories;
    private final Operations operations;
    private final Commands commands;
    private final InstanceHead head;
    private final Stage stage = new Stage(this::choose);
    private final Repairs repairs;
    private final ElementPane element;
    private final TabRow<String> tabs = new TabRow<>(getTranslation("instances.title"), this::open);
    private final Map<String, Component> bodies = new LinkedHashMap<>();
    private final BusinessTab business = new BusinessTab();
    private final VariablesTab variables;
    private final JobsTab jobs = new JobsTab();
    private final DecisionsTab decisions;
    private final TimelineTab timeline;
    private volatile long key;
    private @Nullable Story story;
    private String selected = "";
    private String openTab = "business";
    private boolean cancelling;

    InstanceView(
            Stories stories,
            Operations operations,
            Commands commands,
            LiveHistory live,
            CurrentUser user,
            Clock clock) {
        this.stories = stories;
        this.operations = operations;
        this.commands = commands;
        boolean operator = user.has(Role.OPERATOR);
        repairs = new Repairs(operations, commands, operator);
        head = new InstanceHead(operator, this::retryAll, this::confirmCancel);
        variables = new VariablesTab(operator, this::edit);
        decisions = new DecisionsTab(stories);
        timeline = new TimelineTab(clock);
        element = new ElementPane(stories, () -> choose(""));
        addClassName("inst");
        Aside pane = new Aside(repairs, element, tabs);
        pane.addClassName("pane");
        tab("business", business);
        tab("variables", variables);
        tab("jobs", jobs);
        tab("decisions", decisions);
        tab("timeline", timeline);
        bodies.values().forEach(pane::add);
        add(head, stage, pane);
        live.follow(this, change -> change.touches(key), () -> stories.find(key), this::refresh);
    }

    private void tab(String name, Component body) {
        bodies.put(name, body);
        tabs.add(name, getTranslation("instances.tab." + name));
    }

    private void open(String name) {
        openTab = name;
        showTab();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        key = event.getRouteParameters().get("key").map(Long::parseLong).orElse(0L);
        Story found = stories.find(key)
                .orElseThrow(() -> new NotFoundException(getTranslation("instances.notfound", String.valueOf(key))));
        stages(found);
        show(found);
    }

    private void stages(Story found) {
        stories.bpmn(found.facts().instance().definitionKey()).ifPresent(stage::file);
    }

    private void refresh(Optional<Story> fresh) {
        fresh.ifPresent(it -> {
            Story before = story;
            if (before != null
                    && before.facts().instance().definitionKey()
                            != it.facts().instance().definitionKey()) {
                stages(it);
            }
            if (!it.equals(before)) {
                show(it);
            }
        });
    }

    private void show(Story fresh) {
        story = fresh;
        if (cancelling && !fresh.facts().instance().state().open()) {
            cancelling = false;
            Notices.done(getTranslation("instances.cancel.visible"));
        }
        head.show(fresh);
        stage.show(fresh, selected);
        repairs.show(fresh);
        element.show(fresh, selected);
        tabs.count("variables", String.valueOf(fresh.facts().variables().size()));
        tabs.count("jobs", String.valueOf(fresh.facts().jobs().size()));
        tabs.count("decisions", String.valueOf(fresh.facts().decisions().size()));
        showTab();
    }

    private void showTab() {
        Story now = story;
        if (now == null) {
            return;
        }
        Component body = bodies.get(openTab);
        tabs.at(openTab);
        bodies.values().forEach(it -> it.setVisible(it.equals(body) && selected.isEmpty()));
        tabs.setVisible(selected.isEmpty());
        switch (body) {
            case BusinessTab tab -> tab.show(now);
            case VariablesTab tab -> tab.show(now);
            case JobsTab tab -> tab.show(now);
            case DecisionsTab tab -> tab.show(now);
            case TimelineTab tab -> tab.show(now);
            case null, default -> {
                // no tab is chosen before the first one is
            }
        }
    }

    private void choose(String elementId) {
        selected = elementId.equals(selected) ? "" : elementId;
        Story now = story;
        if (now != null) {
            stage.show(now, selected);
            element.show(now, selected);
            showTab();
        }
    }

    private void retryAll() {
        Story now = story;
        if (now != null) {
            repairs.retryAll(now);
        }
    }

    private void confirmCancel() {
        ConfirmDialog dialog = new ConfirmDialog(
                getTranslation("instances.cancel.one", story == null ? "" : story.name()),
                getTranslation("instances.cancel.text"),
                getTranslation("instances.cancel.do"),
                confirmed -> cancel());
        dialog.setConfirmButtonTheme("primary error");
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("instances.dialog.back"));
        dialog.open();
    }

    private void cancel() {
        cancelling = true;
        commands.run(
                this,
                () -> operations.cancel(key),
                () -> Notices.done(getTranslation("instances.cancel.accepted")),
                failure -> {
                    cancelling = false;
                    Commands.explain(this, failure);
                });
    }

    private void edit(Variable variable) {
        new VariableDialog(variable, value -> save(variable, value)).open();
    }

    private void save(Variable variable, JsonNode value) {
        commands.run(
                this,
                () -> operations.setVariables(
                        key, variable.scopeKey(), List.of(variable.name()), Json.object(variable.name(), value)),
                () -> Notices.done(getTranslation("instances.variable.saved", variable.name())),
                failure -> Commands.explain(this, failure));
    }

    @Override
    public List<Crumb> crumbs() {
        Story now = story;
        return now == null
                ? List.of(new Crumb(getTranslation("instances.title"), "instances"))
                : List.of(
                        new Crumb(getTranslation("instances.title"), "instances"),
                        new Crumb(
                                now.model().title(),
                                "instances?process=" + now.facts().instance().processId()),
                        new Crumb(now.name(), null));
    }

    @Override
    public String getPageTitle() {
        return (story == null ? "" : story.name() + " - ") + "Tillflow";
    }
}
