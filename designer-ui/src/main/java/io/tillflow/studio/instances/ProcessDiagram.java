package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import io.tillflow.studio.kit.Frontend;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** The diagram in the browser; it gets a file and a journey, and says which element was clicked. */
@Tag("tf-process-view")
final class ProcessDiagram extends Component {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    ProcessDiagram(Consumer<String> chosen) {
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

    void show(Journey journey) {
        getElement().setProperty("journey", JSON.writeValueAsString(journey));
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
