package io.tillflow.studio.play.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.play.ScenarioRuns;
import io.tillflow.studio.play.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The diagram in the browser: what was passed, where tokens stand; or what no scenario reaches. */
@Tag("tf-play-view")
final class PlayDiagram extends Component {
    private static final JsonMapper JSON = new JsonMapper();

    private record Passed(String id, int times, boolean cancelled) {}

    /** A token as it is drawn. */
    record Standing(String id, String state, String icon, String text) {}

    /** What the web component reads. */
    private record Drawn(
            List<String> flows,
            List<Passed> passed,
            List<Standing> tokens,
            Set<String> missed,
            @Nullable String selected,
            boolean moving) {}

    PlayDiagram(Consumer<String> chosen) {
        getElement()
                .addEventListener(
                        "tf-element",
                        event -> chosen.accept(
                                event.getEventData().get("event.detail.id").asString("")))
                .addEventData("event.detail.id");
        Frontend.require(this, "instances");
    }

    void file(String bpmn) {
        getElement().setProperty("xml", bpmn);
    }

    void show(Scene scene, List<Standing> tokens, String selected) {
        List<Passed> passed = new ArrayList<>();
        scene.passed().forEach((id, times) -> passed.add(new Passed(id, times, false)));
        scene.cancelled().forEach(id -> passed.add(new Passed(id, 1, true)));
        draw(new Drawn(scene.flows(), passed, tokens, Set.of(), selected.isEmpty() ? null : selected, true));
    }

    void show(ScenarioRuns.Run run, ProcessModel model) {
        List<Passed> passed = run.reached().stream()
                .filter(model.elements()::containsKey)
                .map(id -> new Passed(id, 1, false))
                .toList();
        List<String> flows = run.reached().stream()
                .filter(id -> !model.elements().containsKey(id))
                .toList();
        draw(new Drawn(flows, passed, List.of(), run.missed(), null, false));
    }

    /** The model as it is, before anything happened: all of it in ink. */
    void show(ProcessModel model) {
        List<Passed> all = model.elements().keySet().stream()
                .map(id -> new Passed(id, 0, false))
                .toList();
        List<String> flows = model.flows().stream().map(ProcessModel.Flow::id).toList();
        draw(new Drawn(flows, all, List.of(), Set.of(), null, false));
    }

    private void draw(Drawn drawn) {
        getElement().setProperty("scene", JSON.writeValueAsString(drawn));
    }

    void zoom(int step) {
        getElement().callJsFunction("zoom", step);
    }

    void fit() {
        getElement().executeJs("this.moved = true; this.fit()");
    }

    void reveal(String elementId) {
        getElement().callJsFunction("reveal", elementId);
    }
}
