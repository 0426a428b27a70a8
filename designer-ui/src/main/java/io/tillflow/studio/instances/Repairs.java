package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import io.tillflow.engine.history.Facts.Incident;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.repair.Repair;
import io.tillflow.studio.repair.RepairDesk;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What failed and its repair, at the top of the pane. A retry tells how far it came: sent, accepted by the engine, and
 * done only when history shows that the step runs again.
 */
final class Repairs extends Div {

    private static final int FIRST_LINE = 220;

    /** "io.example.SomeException: what happened" says the same without its first words. */
    private static final Pattern CLASS_NAMES = Pattern.compile("^(?:(?:[a-z][\\w]*\\.)+[A-Z][\\w$]*: )+");

    private enum Phase {
        SENT,
        ACCEPTED
    }

    private final RepairDesk desk;
    private final Commands commands;
    private final boolean operator;
    private final Map<Long, Phase> pending = new HashMap<>();

    Repairs(RepairDesk desk, Commands commands, boolean operator) {
        this.desk = desk;
        this.commands = commands;
        this.operator = operator;
    }

    void show(Story story) {
        List<Incident> open =
                story.facts().incidents().stream().filter(Incident::open).toList();
        Set<Long> keys = open.stream().map(Incident::key).collect(Collectors.toSet());
        Set<Long> visible =
                pending.keySet().stream().filter(it -> !keys.contains(it)).collect(Collectors.toSet());
        if (!visible.isEmpty()) {
            pending.keySet().removeAll(visible);
            Notices.done(getTranslation("instances.retry.visible"));
        }
        Redraw.in(this, open.stream().map(it -> repair(story, it)).toList());
    }

    /** Retries everything that is open. */
    void retryAll(Story story) {
        story.facts().incidents().stream().filter(Incident::open).forEach(it -> retry(story, it));
    }

    private Div repair(Story story, Incident incident) {
        Phase phase = pending.get(incident.key());
        Div box = Redraw.keyed(new Div(), incident.key());
        box.addClassNames("fix", phase == null ? "incident" : "running");
        box.setClassName("applied", phase != null);
        Span title = new Span(new Icon(phase == null ? "alert" : "run"), new Span(title(story, incident)));
        title.addClassNames("st", phase == null ? "incident" : "running", "grow");
        Span since = new Span(Pieces.since(incident.createdAt()));
        since.addClassNames("meta", "num");
        Div head = new Div(title, since);
        head.addClassName("row");
        box.add(head);
        message(box, incident);
        if (phase != null) {
            box.add(Pieces.block(
                    getTranslation("instances.retry." + phase.name().toLowerCase(Locale.ROOT)), "meta"));
        } else if (operator) {
            Div actions = new Div(
                    Pieces.button(getTranslation("instances.retry.step"), "run", () -> retry(story, incident), "pri"),
                    Pieces.button(getTranslation("instances.correct"), "", () -> correct(story, incident)));
            actions.addClassNames("row", "actions");
            box.add(actions);
        }
        box.add(alike(story, incident));
        return box;
    }

    /** One who fails seldom fails alone: the way to all of them, where they can be repaired at once. */
    private Anchor alike(Story story, Incident incident) {
        String query = QueryParameters.simple(Map.of(
                        "state",
                        "incident",
                        "process",
                        story.facts().instance().processId(),
                        "element",
                        incident.elementId()))
                .getQueryString();
        Anchor alike = new Anchor("instances?" + query, getTranslation("instances.failed.alike"));
        alike.addClassNames("link", "meta");
        return alike;
    }

    private String title(Story story, Incident incident) {
        String step = story.model().label(incident.elementId());
        return getTranslation("instances.failed.step", step);
    }

    private void message(Div box, Incident incident) {
        String first = CLASS_NAMES
                .matcher(incident.message().lines().findFirst().orElse(incident.errorType()))
                .replaceFirst("");
        boolean longer = incident.message().length() > first.length() || first.length() > FIRST_LINE;
        box.add(new Paragraph(first.length() > FIRST_LINE ? first.substring(0, FIRST_LINE) + "…" : first));
        if (longer) {
            NativeDetails more = new NativeDetails(getTranslation("instances.technical"));
            more.setContent(new Pre(incident.errorType() + "\n" + incident.message()));
            box.add(more);
        }
    }

    private void correct(Story story, Incident incident) {
        new JsonDialog(
                        getTranslation("instances.correct.title"),
                        "instances.correct",
                        false,
                        values -> retry(
                                story,
                                incident,
                                () -> desk.order(new Repair.SetVariables(
                                        incident.processInstanceKey(),
                                        incident.processInstanceKey(),
                                        values.toString(),
                                        true))))
                .offering(story.facts().variables().stream()
                        .filter(it -> it.scopeKey() == incident.processInstanceKey())
                        .toList())
                .open();
    }

    private void retry(Story story, Incident incident) {
        retry(story, incident, () -> desk.order(new Repair.RetryStep(incident.processInstanceKey(), incident.key())));
    }

    private void retry(Story story, Incident incident, Runnable command) {
        pending.put(incident.key(), Phase.SENT);
        show(story);
        commands.run(
                this,
                command,
                () -> {
                    pending.computeIfPresent(incident.key(), (key, phase) -> Phase.ACCEPTED);
                    show(story);
                },
                failure -> {
                    pending.remove(incident.key());
                    show(story);
                    Commands.explain(this, failure);
                });
    }
}
