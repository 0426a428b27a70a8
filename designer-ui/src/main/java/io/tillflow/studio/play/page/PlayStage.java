package io.tillflow.studio.play.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.play.ScenarioRuns;
import io.tillflow.studio.play.Scene;
import io.tillflow.studio.play.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The canvas with what it tells: a play, the coverage of the scenarios, or the model before anything happened. */
final class PlayStage extends Div {
    private final PlayDiagram diagram;
    private final ProcessModel model;
    private final Div told = new Div();

    PlayStage(ProcessModel model, String bpmn, Consumer<String> chosen) {
        this.model = model;
        diagram = new PlayDiagram(chosen);
        addClassName("canvas");
        told.addClassName("told");
        Span now = new Span("100 %");
        now.addClassNames("meta", "num", "zoom-now");
        Div zoom = new Div(
                control("minus", "editor.zoomOut", () -> diagram.zoom(-1)),
                now,
                control("plus", "editor.zoomIn", () -> diagram.zoom(1)),
                control("fit", "editor.fit", diagram::fit));
        zoom.addClassNames("bar", "zoom");
        add(diagram, told, zoom);
        diagram.file(bpmn);
        rest();
    }

    void rest() {
        told.removeAll();
        diagram.show(model);
    }

    void show(Scene scene, String selected) {
        told.removeAll();
        diagram.show(scene, tokens(scene), selected);
    }

    void show(ScenarioRuns.Run run) {
        told.removeAll();
        told.add(
                run.missed().isEmpty()
                        ? new Badge(State.COMPLETED, getTranslation("play.covered.all"))
                        : new Badge(
                                State.DRAFT,
                                getTranslation(
                                        "play.covered.missed", run.missed().size())));
        diagram.show(run, model);
    }

    void reveal(String elementId) {
        diagram.reveal(elementId);
    }

    /** One pill a token: what somebody must do there, or what it waits for. */
    private List<PlayDiagram.Standing> tokens(Scene scene) {
        Map<String, PlayDiagram.Standing> standing = new LinkedHashMap<>();
        for (String id : scene.at()) {
            standing.put(id, new PlayDiagram.Standing(id, "waiting", "clock", getTranslation("play.token.waits")));
        }
        List<Wait> leastFirst = new ArrayList<>(scene.waits()).reversed();
        leastFirst.forEach(wait -> standing.computeIfPresent(wait.elementId(), (id, former) -> token(scene, wait)));
        return List.copyOf(standing.values());
    }

    private PlayDiagram.Standing token(Scene scene, Wait wait) {
        String id = wait.elementId();
        return switch (wait) {
            case Wait.ForRepair ignored ->
                new PlayDiagram.Standing(id, "incident", "alert", getTranslation("play.token.incident"));
            case Wait.ForWorker ignored ->
                new PlayDiagram.Standing(id, "running", "run", getTranslation("play.token.job"));
            case Wait.ForPerson ignored ->
                new PlayDiagram.Standing(id, "waiting", "user", getTranslation("play.token.task"));
            case Wait.ForMessage message -> new PlayDiagram.Standing(id, "waiting", "mail", message.message());
            case Wait.ForSignal signal -> new PlayDiagram.Standing(id, "waiting", "mail", signal.signal());
            case Wait.ForTime time ->
                new PlayDiagram.Standing(
                        id,
                        "waiting",
                        "clock",
                        getTranslation("play.token.timer", Times.duration(Duration.between(scene.now(), time.due()))));
        };
    }

    private NativeButton control(String icon, String key, Runnable action) {
        NativeButton button = new NativeButton();
        button.add(Icon.small(icon));
        button.addClassName("z");
        button.setAriaLabel(getTranslation(key));
        button.addClickListener(click -> action.run());
        return button;
    }
}
